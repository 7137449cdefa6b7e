/** Says something to a screen reader. One polite region for the window: panels come and go, it stays. */
let region: HTMLElement | null = null;

export function announce(words: string): void {
  if (!region?.isConnected) {
    region = document.createElement("div");
    region.className = "visually-hidden";
    region.role = "status";
    region.ariaLive = "polite";
    region.dataset.announcer = "";
    document.body.append(region);
  }
  region.textContent = words;
}
