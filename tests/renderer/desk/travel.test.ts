import { describe, expect, it } from "vitest";
import { applyChanges } from "../../../core/edition/change.ts";
import {
  addPage,
  moveBlock,
  removeBlock,
  replaceText,
  run,
  setPageTitle,
} from "../../../core/edition/commands.ts";
import { changedPlaces } from "../../../renderer/desk/flows/travel.ts";
import { article, edition, headline, newId, p, page } from "../../core/edition/builders.ts";

describe("where an edition has changed", () => {
  const ferry = article({ id: "ferry" }, headline("渡口恢复摆渡"), p("昨日清晨。"));
  const bus = article({ id: "bus" }, headline("夜班线"), p("下月起。"));
  const first = edition(page("A1", ferry, bus), page("A2"));
  const [a1, a2] = first.pages.map(({ attrs }) => attrs.id as string);
  const does = (command: Parameters<typeof run>[0]) =>
    changedPlaces(first, applyChanges(first, run(command, first, newId)));

  it("names the block whose words changed, not its neighbours", () => {
    expect(does(replaceText(a1 ?? "", 1, 0, 2, "码头"))).toEqual([{ page: a1, block: "ferry" }]);
  });

  it("names the page alone where a block went, or the page got a name", () => {
    expect(does(removeBlock("bus"))).toEqual([{ page: a1, block: null }]);
    expect(does(setPageTitle("A2", "民生"))).toEqual([{ page: a2, block: null }]);
  });

  it("names both ends of a move, and a page that came", () => {
    expect(does(moveBlock("bus", "A2"))).toEqual([
      { page: a1, block: null },
      { page: a2, block: "bus" },
    ]);
    expect(does(addPage("B1"))).toHaveLength(1);
    expect(changedPlaces(first, first)).toEqual([]);
  });
});
