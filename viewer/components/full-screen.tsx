/** The whole screen for the page, where the browser gives it. */
import { signal } from "@preact/signals";
import { text } from "../text/text.js";
import { Icon } from "./icons.js";

const isFull = signal(false);
document.addEventListener("fullscreenchange", () => {
  isFull.value = document.fullscreenElement !== null;
});

export function FullScreen() {
  const t = text.value.stage;
  if (!document.fullscreenEnabled) return null;
  const name = isFull.value ? t.leaveFullScreen : t.fullScreen;
  const onClick = () => {
    const asked = isFull.value ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    // The browser may say no; then all stays as it is.
    asked.catch(() => undefined);
  };
  return (
    <button type="button" aria-label={name} title={name} onClick={onClick}>
      <Icon name={isFull.value ? "shrink" : "grow"} />
    </button>
  );
}
