/** Every figure of the page with its state. */
export function Figures() {
  return <section className="figures" />;
}
