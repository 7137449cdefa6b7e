/** A new edition: paper, date, template, number of pages, and where its file goes. */
import { useEffect, useState } from "react";
import { removePage } from "../../../core/edition/commands.ts";
import type { Output } from "../../../host/contract.ts";
import { useT } from "../../i18n/locale.tsx";
import { failed, show, waitingFor } from "../flows/open.ts";
import { Ask } from "../parts/Ask.tsx";
import { DateField } from "../parts/DateField.tsx";
import { NumberField, TextField } from "../parts/fields.tsx";
import { useDesk, useWorkplace } from "../workplace.ts";

export function NewDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const workplace = useWorkplace();
  const locale = useDesk((state) => state.locale);
  const [templates, setTemplates] = useState<Output<"templates.list">>([]);
  const [chosen, setChosen] = useState(0);
  const template = templates[chosen];
  const [paper, setPaper] = useState("");
  const [date, setDate] = useState<string | null>("");
  const [count, setCount] = useState(2);
  useEffect(() => {
    workplace.client.call("templates.list", {}).then(setTemplates, (error) => failed(workplace, error));
    // The host's clock decides which day it is; a morning paper is made the night before.
    workplace.client.call("system.info", {}).then(
      ({ now }) => {
        setDate((given) => given || new Date(Date.parse(now) + 86_400_000).toISOString().slice(0, 10));
      },
      () => {},
    );
    const facts = workplace.editions.snapshot()?.session.state.edition.facts;
    if (facts) setPaper(facts.paper);
    else
      workplace.client.call("editions.recent", {}).then(
        ([last]) => {
          if (last) setPaper((given) => given || last.paper);
        },
        () => {},
      );
  }, [workplace]);
  if (!template) return null;
  const ready = paper.trim() !== "" && Boolean(date);

  const create = async () => {
    if (!date) return;
    const path = await workplace.shell.chooseSavePath("edition", `${paper.trim()} ${date}.dayang`);
    if (!path) return;
    onClose();
    try {
      await waitingFor(workplace, "desk.opening", async () => {
        const opened = await workplace.client.call("editions.create", {
          path,
          paper: paper.trim(),
          date,
          template: template.id,
          force: true,
        });
        await show(workplace, opened);
        const session = workplace.editions.snapshot()?.session;
        for (const { number } of template.pages.slice(count))
          session?.dispatch(removePage(number), { label: "desk.new", group: "pages" });
      });
    } catch (error) {
      failed(workplace, error);
    }
  };

  return (
    <Ask
      title={t("desk.new.title")}
      confirm={t("desk.new.create")}
      width={620}
      ready={ready}
      onConfirm={() => void create()}
      onClose={onClose}
    >
      <fieldset className="cards" aria-label={t("desk.template")}>
        {templates.map(({ name, about }, index) => (
          <button
            key={name.en}
            type="button"
            className="card"
            aria-pressed={index === chosen}
            onClick={() => setChosen(index)}
          >
            <strong>{name[locale]}</strong>
            <span>{about[locale]}</span>
          </button>
        ))}
      </fieldset>
      <TextField label={t("desk.paper-name")} value={paper} onChange={setPaper} />
      <DateField label={t("desk.date")} value={date} onChange={setDate} />
      <NumberField
        label={t("desk.page-count")}
        value={count}
        least={1}
        most={template.pages.length}
        onChange={setCount}
      />
      <p className="hint">
        {template.pages
          .slice(0, count)
          .map((page) => `${page.number} ${page.title}`)
          .join(" · ")}
      </p>
    </Ask>
  );
}
