/** What preflight says of a file that was made; each problem of a page leads to its place on the sheet. */
import type { Output } from "../../../host/contract.ts";
import { useT } from "../../i18n/locale.tsx";
import { faultId, faults, faultsOf } from "../../preflight/faults.ts";
import { Icon } from "../parts/Icon.tsx";
import { useDispatch, useSession } from "../workplace.ts";

export interface PreflightReportProps {
  /** Null while the file is being looked at. */
  readonly report: Output<"preflight.run"> | null;
  /** Nothing on the pages themselves speaks against printing them. */
  readonly fit: boolean;
  /** Numbers of the pages in the file, in its order. */
  readonly pages: readonly string[];
  readonly onClose: () => void;
}

export function PreflightReport({ report, fit, pages, onClose }: PreflightReportProps) {
  const t = useT();
  const dispatch = useDispatch();
  const sheets = useSession((state) => state.sheets);
  if (!report)
    return (
      <p className="waiting" role="status">
        <i className="spinner" aria-hidden="true" />
        {t("desk.preflight.running")}
      </p>
    );
  const errors = report.problems.filter((problem) => problem.severity === "error").length;
  const made = pages.map((number) => sheets.find((sheet) => sheet.number === number));
  const onSheets = faultsOf(report.problems, made);
  const show = (id: string) => {
    const fault = onSheets.find((one) => one.id === id);
    if (!fault) return;
    faults.dispatch({ faults: onSheets, front: id });
    dispatch({ type: "page", page: fault.sheet.page });
    onClose();
  };
  return (
    <section className="report" aria-label={t("desk.preflight")}>
      <h3>{t("desk.preflight.result", { standard: report.standard ?? "PDF", pages: report.pages })}</h3>
      {report.problems.length === 0 ? (
        <p className="report-line" data-tone="fits">
          <Icon name="check" />
          {t(fit ? "desk.preflight.passed" : "desk.preflight.passed-file")}
        </p>
      ) : (
        <>
          <p>{t("desk.preflight.count", { errors, warnings: report.problems.length - errors })}</p>
          <ul>
            {report.problems.map((problem) => {
              const id = faultId(problem);
              const tone = problem.severity === "error" ? "over" : "warn";
              const words = (
                <>
                  <Icon name="warn" />
                  {problem.page ? <b>{pages[problem.page - 1] ?? problem.page}</b> : null}
                  <span>
                    {t(problem.message.key, problem.message.values)}
                    {problem.advice ? <small>{t(problem.advice, problem.message.values)}</small> : null}
                  </span>
                </>
              );
              return (
                <li key={id}>
                  {onSheets.some((fault) => fault.id === id) ? (
                    <button type="button" className="report-line" data-tone={tone} onClick={() => show(id)}>
                      {words}
                    </button>
                  ) : (
                    <p className="report-line" data-tone={tone}>
                      {words}
                    </p>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
