/** The list of findings. */
export function Findings() {
  return <section className="findings" />;
}
