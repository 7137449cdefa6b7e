/** The head of a table of rounds by roles. */
import { roles } from "../../core/edition/signing.ts";
import { useT } from "../i18n/locale.tsx";

export function RolesHead() {
  const t = useT();
  return (
    <thead>
      <tr>
        <th scope="col">{t("rounds.round")}</th>
        {roles.map((role) => (
          <th key={role} scope="col">
            {t(`role.${role}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
