export function StatusLine() {
  return <footer className="desk-status" />;
}
