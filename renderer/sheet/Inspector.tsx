export function Inspector() {
  return <section className="inspector" />;
}
