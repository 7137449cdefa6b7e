/** A relation as a sum on paper: every figure in it leads to its place. */
import { Fragment } from "react";
import {
  apartWords,
  equationWords,
  exactOf,
  jointOf,
  partWords,
  printed,
  relatorOf,
  resultOf,
} from "../../core/proof/equation.ts";
import type { Figure, Relation } from "../../core/proof/proofing.ts";
import { plain } from "../../core/proof/rules/relation.ts";
import { useT } from "../i18n/locale.tsx";
import { PlaceLink } from "./Quote.tsx";
import { Sign } from "./Sign.tsx";

interface EquationProps {
  readonly relation: Relation;
  readonly article: string;
}

export function Equation({ relation, article }: EquationProps) {
  const t = useT();
  const { total, parts, holds, kind } = relation;
  const difference = apartWords(relation);
  const result = resultOf(relation);
  const exact = exactOf(relation);
  return (
    <div className="equation" data-holds={holds}>
      <p className="visually-hidden">
        {`${t(`rule.${kind}`)}${t("desk.proof.stop")}${equationWords(relation)}${t("desk.proof.stop")}${t(holds ? "desk.figures.holds" : "desk.figures.differs")}`}
      </p>
      <div className="equation-line">
        <FigureLink
          figure={total}
          article={article}
          words={printed(total)}
          className="place-link equation-total"
        />
        <span className="equation-relator" aria-hidden="true">
          {relatorOf(relation)}
        </span>
        {parts.map((part, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part may stand twice (各2例), and parts have no name
          <Fragment key={i}>
            <span className="equation-joint" aria-hidden="true">
              {jointOf(relation, i)}
            </span>
            <FigureLink figure={part} article={article} words={partWords(part, relation)} />
          </Fragment>
        ))}
        {result === null ? null : (
          <span className="equation-result">
            {typeof result === "number"
              ? `，${t("desk.figures.count.items", { n: plain(result) })}`
              : `＝${result}`}
          </span>
        )}
      </div>
      <p className="equation-verdict">
        <Sign of={holds ? "verified" : "contradicted"} />
        {t(holds ? "desk.figures.holds" : "desk.figures.differs")}
        {exact === null ? null : <span>{t("desk.figures.rounded", { exact })}</span>}
        {difference !== null ? <span>{t("desk.figures.apart", { difference })}</span> : null}
      </p>
    </div>
  );
}

function FigureLink(props: { figure: Figure; article: string; words: string; className?: string }) {
  const { figure, article, words, className } = props;
  return (
    <PlaceLink
      span={figure.span}
      article={article}
      quote={printed(figure)}
      {...(className ? { className } : {})}
    >
      {words}
    </PlaceLink>
  );
}
