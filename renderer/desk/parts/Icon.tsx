/** The desk's own icons: 16 px, one stroke of 1.25, drawn in the colour of the text beside them. */
const paths = {
  layout: "M2.5 2.5h11v11h-11z M2.5 6h11 M6.2 6v7.5 M9.8 6v7.5",
  write: "M3 13l.7-3L10.8 2.9a1 1 0 0 1 1.4 0l.9.9a1 1 0 0 1 0 1.4L6 12.3z M9.4 4.3l2.3 2.3",
  proof: "M2.5 3.5h6 M2.5 6.5h4 M2.5 9.5h3 M7.5 10.7l2.2 2.3 4.3-6",
  figures: "M3 13V8.5h2.5V13 M6.8 13V3h2.5v10 M10.6 13V6H13v7 M2 13h12",
  plates:
    "M6 2.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6z M10 2.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6z M8 6.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6z",
  comments: "M2.5 3h11v7.6H7.6L4.6 13v-2.4H2.5z M5 5.8h6 M5 7.9h4",
  comment: "M2.5 3h11v7.6H7.6L4.6 13v-2.4H2.5z M8 4.9v3.8 M6.1 6.8h3.8",
  query:
    "M6 5.9a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3v.3 M8 11.3v.1 M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0-12.4z",
  earlier: "M10.2 3L5.2 8l5 5",
  later: "M5.8 3l5 5-5 5",
  sign: "M5.6 2.3h4.8v2.6L9.1 7.6h3.4v2.9h-9V7.6h3.4L5.6 4.9z M3 13.2h10",
  history: "M2.6 8a5.5 5.5 0 1 0 1.7-4 M4.4 1.6V4.2H7 M8 4.8V8.3l2.3 1.4",
  undo: "M5.5 3L2.8 5.7l2.7 2.7 M3 5.7h6.2a3.8 3.8 0 0 1 0 7.6H5.5",
  redo: "M10.5 3l2.7 2.7-2.7 2.7 M13 5.7H6.8a3.8 3.8 0 0 0 0 7.6h3.7",
  export: "M8 2v7.5 M5 6.8L8 9.8l3-3 M2.8 11v2.5h10.4V11",
  command:
    "M5.9 5.9V4.4a1.6 1.6 0 1 0-1.6 1.5h7.4a1.6 1.6 0 1 0-1.6-1.5v7.2a1.6 1.6 0 1 0 1.6-1.5H4.3a1.6 1.6 0 1 0 1.6 1.5z",
  open: "M2 12.5v-9h4l1.4 1.7H14v7.3z M2 6.8h12",
  sample: "M3.2 1.8h9.6v12.4H3.2z M5.3 4.3h5.4 M5.3 6.8h2.2 M5.3 8.8h2.2 M5.3 10.8h2.2 M8.9 6.8h1.8v4H8.9z",
  new: "M3.2 1.8h6.2l3.4 3.4v9H3.2z M9.2 2v3.4h3.4 M8 7.6v4 M6 9.6h4",
  import: "M8 2v7 M5.2 6.3L8 9.2l2.8-2.9 M2.5 9.5v4h11v-4",
  close: "M4 4l8 8 M12 4l-8 8",
  check: "M3 8.3l3.2 3.2L13 4.6",
  folder: "M2 12.5v-9h4l1.4 1.7H14v7.3z",
  page: "M3.5 1.8h9v12.4h-9z M5.5 5h5 M5.5 8h5 M5.5 11h3",
  picture: "M2 3h12v10H2z M2.3 11.5l3.4-3.6 2.6 2.6 2-2 3.4 3.2 M10.7 5.8h.1",
  spread: "M1.5 3h6.2v10H1.5z M8.3 3h6.2v10H8.3z",
  plan: "M2.5 2.5h11v3.2h-11z M2.5 8h5v5.5h-5z M9.8 8h3.7v2.2H9.8z M9.8 12h3.7v1.5H9.8z",
  jump: "M2.5 3h5v10h-5z M9.5 8h4.5 M11.8 5.5L14.2 8l-2.4 2.5",
  move: "M8 2v12 M2 8h12 M6 4l2-2 2 2 M6 12l2 2 2-2 M4 6L2 8l2 2 M12 6l2 2-2 2",
  swap: "M3 5.5h9 M9.5 3L12 5.5 9.5 8 M13 10.5H4 M6.5 8L4 10.5 6.5 13",
  remove: "M3 4.5h10 M6.2 4.5V2.8h3.6v1.7 M4.3 4.5l.6 9h6.2l.6-9 M6.8 7v4 M9.2 7v4",
  crop: "M4.5 1.5v10h10 M1.5 4.5h10v10",
  lock: "M4 7.2h8v6.3H4z M5.6 7V5a2.4 2.4 0 0 1 4.8 0v2",
  more: "M3.5 8h.1 M8 8h.1 M12.5 8h.1",
  up: "M8 13V3.5 M4.5 7L8 3.5 11.5 7",
  down: "M8 3v9.5 M4.5 9L8 12.5 11.5 9",
  warn: "M8 2.2l6.3 11.3H1.7z M8 6.5v3.2 M8 11.6v.1",
  keyboard: "M1.5 4h13v8h-13z M4 6.5h.1 M6.6 6.5h.1 M9.3 6.5h.1 M12 6.5h.1 M5 9.6h6",
  zoomIn: "M8 3.5v9 M3.5 8h9",
  zoomOut: "M3.5 8h9",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
