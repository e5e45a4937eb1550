/** Where each layer of the value chain stands: its side of the wheel, its bracket, its group in a margin. */
import type { EntityAttributes } from "../graph/capital-graph.js";
import type { EntityKind, Layer } from "../model/entity.js";

/** Every group of the margins, and its heading. */
export const GROUP_TITLES = {
  investors: { en: "Investors, lenders", "zh-Hans": "投资人与贷款人", "zh-Hant": "投資人與貸款人" },
  governments: { en: "Governments", "zh-Hans": "政府", "zh-Hant": "政府" },
  customers: { en: "Labs and customers", "zh-Hans": "客户与云", "zh-Hant": "客戶與雲端" },
  sites: { en: "Sites, power, chips", "zh-Hans": "园区、电力、芯片", "zh-Hant": "園區、電力、晶片" },
  labs: { en: "Labs, applications", "zh-Hans": "模型与应用", "zh-Hant": "模型與應用" },
  clouds: { en: "Clouds, servers", "zh-Hans": "云与服务器", "zh-Hant": "雲端與伺服器" },
  chips: { en: "Chips, equipment", "zh-Hans": "芯片与设备", "zh-Hant": "晶片與設備" },
  "data-centers": { en: "Data centers", "zh-Hans": "数据中心", "zh-Hant": "資料中心" },
  power: { en: "Power", "zh-Hans": "电力", "zh-Hant": "電力" },
} as const;
export type GroupTitle = keyof typeof GROUP_TITLES;

/** The groups of each margin, from the top down. */
export const GROUP_ORDER = {
  in: ["investors", "governments", "customers", "sites"],
  out: ["investors", "labs", "clouds", "chips", "data-centers", "power"],
} as const satisfies Record<"in" | "out", readonly GroupTitle[]>;

export interface Sector {
  /** The layer's own direction on the wheel, in degrees: 0 is right, 90 is down. */
  readonly angle: number;
  /** The bracket of those in the core that are no hubs. */
  readonly bracket: "left" | "right";
  /** The group of those that only pay in, and of those that are only paid. */
  readonly in: (typeof GROUP_ORDER.in)[number];
  readonly out: (typeof GROUP_ORDER.out)[number];
}

/** Labs left, clouds on top, chips right: orders run clockwise over the top, shares come back along the bottom. */
export const SECTORS: Readonly<Record<Layer, Sector>> = {
  model_lab: { angle: 180, bracket: "left", in: "customers", out: "labs" },
  application: { angle: 190, bracket: "left", in: "customers", out: "labs" },
  capital: { angle: 200, bracket: "left", in: "investors", out: "investors" },
  government: { angle: 200, bracket: "left", in: "governments", out: "investors" },
  cloud: { angle: 265, bracket: "right", in: "customers", out: "clouds" },
  neocloud: { angle: 320, bracket: "right", in: "customers", out: "clouds" },
  data_center: { angle: 330, bracket: "right", in: "sites", out: "data-centers" },
  servers: { angle: 345, bracket: "right", in: "sites", out: "clouds" },
  chips: { angle: 10, bracket: "right", in: "sites", out: "chips" },
  memory: { angle: 45, bracket: "right", in: "sites", out: "chips" },
  foundry: { angle: 45, bracket: "right", in: "sites", out: "chips" },
  equipment: { angle: 60, bracket: "right", in: "sites", out: "chips" },
  power: { angle: 90, bracket: "right", in: "sites", out: "power" },
};

/** The layer that an entity without one is placed with. */
const LAYER_OF_KIND: Readonly<Record<EntityKind, Layer>> = {
  company: "application",
  lab: "model_lab",
  fund: "capital",
  bank: "capital",
  utility: "power",
  government: "government",
  vehicle: "capital",
  facility: "data_center",
  power_plant: "power",
  person: "capital",
  research: "application",
};

/** The sector of an entity; in a graph of unknown origin, that of applications and customers. */
export function sectorOf({ layer, kind }: Pick<EntityAttributes, "layer" | "kind">): Sector {
  return SECTORS[layer ?? LAYER_OF_KIND[kind ?? "company"]];
}
