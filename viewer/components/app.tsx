/** The page: bar, rail, picture, time and card; on a phone a picture with a sheet. */
import { useEffect } from "preact/hooks";
import { openDialog } from "../dialogs.js";
import { isPhone } from "../media.js";
import type { Explorer } from "../state.js";
import { Announcer } from "./announcer.js";
import { Bar } from "./bar.js";
import { Card } from "./card-later.js";
import { Headline } from "./headline.js";
import { later } from "./later.js";
import { Matrix, Table, Timeline } from "./pane-later.js";
import { Rail } from "./rail.js";
import { Sheet } from "./sheet.js";
import { StageView } from "./stage-view.js";
import { StoryList } from "./stories-later.js";
import { Take } from "./take-later.js";
import { hasTime, TimeBar } from "./time-bar.js";
import { Tools } from "./tools-later.js";

const About = later(
  () => import("./about.js").then(({ About }) => About),
  ({ view }) => view.value.about,
);

const Embed = later(
  () => import("./embed.js").then(({ Embed }) => Embed),
  ({ view }) => view.value.embed,
);

export function App({ explorer }: { readonly explorer: Explorer }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || explorer.view.value.about) return;
      if (openDialog.value !== null) return;
      explorer.select(null);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [explorer]);

  if (explorer.view.value.embed) {
    return (
      <>
        <Embed explorer={explorer} />
        <Announcer explorer={explorer} />
      </>
    );
  }
  return (
    <>
      <Bar explorer={explorer} />
      {isPhone.value ? <PhonePage explorer={explorer} /> : <WidePage explorer={explorer} />}
      <About explorer={explorer} />
      <Take explorer={explorer} />
      <StoryList explorer={explorer} />
      <Announcer explorer={explorer} />
    </>
  );
}

function WidePage({ explorer }: { readonly explorer: Explorer }) {
  return (
    <main class={hasTime(explorer) ? "page" : "page timeless"}>
      <Rail explorer={explorer} />
      <div class="middle">
        <Views explorer={explorer} />
        <Card explorer={explorer} />
      </div>
      {hasTime(explorer) && <TimeBar explorer={explorer} />}
      <Tools explorer={explorer} />
    </main>
  );
}

/** The picture stays where it is under another view: its drawing is made once. */
function Views({ explorer }: { readonly explorer: Explorer }) {
  const isCovered = explorer.view.value.pane !== "graph";
  return (
    <>
      <div class={isCovered ? "picture covered" : "picture"}>
        <StageView explorer={explorer} />
      </div>
      <Table explorer={explorer} />
      <Timeline explorer={explorer} />
      <Matrix explorer={explorer} />
    </>
  );
}

function PhonePage({ explorer }: { readonly explorer: Explorer }) {
  return (
    <main class="phone">
      <div class="middle">
        <Headline explorer={explorer} />
        <Views explorer={explorer} />
      </div>
      <Sheet explorer={explorer} />
      <Tools explorer={explorer} />
    </main>
  );
}
