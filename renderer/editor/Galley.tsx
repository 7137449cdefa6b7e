/** The galley (小样): the article as a text to be written. */
export function Galley() {
  return <section className="galley" />;
}
