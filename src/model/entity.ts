/** An entity: a company, lab, fund, utility, government body, vehicle or site. A node of the graph. */
import * as z from "zod";
import { PartialDate } from "./dates.js";
import { Id } from "./ids.js";

/** Every kind of entity, and its name on screen. */
export const ENTITY_KINDS = {
  company: { en: "company", "zh-Hans": "公司", "zh-Hant": "公司" },
  lab: { en: "AI lab", "zh-Hans": "AI 实验室", "zh-Hant": "AI 實驗室" },
  fund: { en: "fund", "zh-Hans": "基金", "zh-Hant": "基金" },
  bank: { en: "bank", "zh-Hans": "银行", "zh-Hant": "銀行" },
  utility: { en: "utility", "zh-Hans": "公用事业", "zh-Hant": "公用事業" },
  government: { en: "government", "zh-Hans": "政府", "zh-Hant": "政府" },
  vehicle: {
    en: "joint venture or vehicle",
    "zh-Hans": "合资或特殊目的公司",
    "zh-Hant": "合資或特殊目的公司",
  },
  facility: { en: "site", "zh-Hans": "设施", "zh-Hant": "設施" },
  power_plant: { en: "power plant", "zh-Hans": "发电厂", "zh-Hant": "發電廠" },
  person: { en: "person", "zh-Hans": "个人", "zh-Hant": "個人" },
  research: { en: "research house", "zh-Hans": "研究机构", "zh-Hant": "研究機構" },
} as const;
/** The name of a kind in `ENTITY_KINDS`. */
export type EntityKind = keyof typeof ENTITY_KINDS;

/** Every layer of the value chain, and its name on screen. */
export const LAYERS = {
  capital: { en: "Investors and lenders", "zh-Hans": "投资人与贷款人", "zh-Hant": "投資人與貸款人" },
  government: { en: "Governments", "zh-Hans": "政府", "zh-Hant": "政府" },
  model_lab: { en: "Model labs", "zh-Hans": "模型实验室", "zh-Hant": "模型實驗室" },
  application: { en: "Applications and customers", "zh-Hans": "应用与客户", "zh-Hant": "應用與客戶" },
  cloud: { en: "Clouds", "zh-Hans": "云", "zh-Hant": "雲端" },
  neocloud: { en: "GPU clouds", "zh-Hans": "新兴算力云", "zh-Hant": "新興算力雲" },
  data_center: { en: "Data centers", "zh-Hans": "数据中心", "zh-Hant": "資料中心" },
  servers: { en: "Servers and networks", "zh-Hans": "服务器与网络", "zh-Hant": "伺服器與網路" },
  chips: { en: "Chips", "zh-Hans": "芯片", "zh-Hant": "晶片" },
  memory: { en: "Memory", "zh-Hans": "存储", "zh-Hant": "記憶體" },
  foundry: { en: "Foundries", "zh-Hans": "晶圆代工", "zh-Hant": "晶圓代工" },
  equipment: { en: "Equipment", "zh-Hans": "设备", "zh-Hant": "設備" },
  power: { en: "Power", "zh-Hans": "电力", "zh-Hant": "電力" },
} as const;
/** The name of a layer in `LAYERS`. */
export type Layer = keyof typeof LAYERS;

const kinds = Object.keys(ENTITY_KINDS) as [EntityKind, ...EntityKind[]];
const layers = Object.keys(LAYERS) as [Layer, ...Layer[]];

/** Who owned the entity, and from when to when. An open end is left out. */
const Parent = z.strictObject({
  entity: Id,
  from: PartialDate.optional(),
  to: PartialDate.optional(),
});

/** The schema of an entity's file, and what it holds once checked. */
export const Entity = z.strictObject({
  name: z.string().min(1).describe("the name an English reader knows it by"),
  short: z.string().min(1).optional().describe("what a crowded picture writes, where the name is long"),
  names: z
    .strictObject({ "zh-Hans": z.string().min(1), "zh-Hant": z.string().min(1) })
    .describe("in simplified and traditional Chinese; the Latin name where none is in use"),
  kind: z.enum(kinds),
  layer: z.enum(layers).optional().describe("its place in the value chain"),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "a country is an ISO 3166 code such as US")
    .optional(),
  ticker: z.string().min(1).optional(),
  exchange: z.string().min(1).optional(),
  aliases: z.array(z.string().min(1)).default([]).describe("other names people search for, in any script"),
  parents: z.array(Parent).default([]).describe("whose subsidiary it is or was"),
  affiliation: Id.optional().describe("for a person: the entity they speak for"),
  note: z.string().min(1).optional(),
});
export type Entity = z.infer<typeof Entity>;
