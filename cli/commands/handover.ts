import { basename, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { Problem } from "../../core/problem.ts";
import { homeFolder } from "../../host/environment.ts";
import { type HandoverOrder, handOver } from "../../host/handover/hand-over.ts";
import { KnownHosts } from "../../host/handover/known-hosts.ts";
import { secretsOf } from "../../host/handover/secrets.ts";
import type { Secrets } from "../../host/handover/sftp-link.ts";
import { readTarget, serverOf, type Target } from "../../host/handover/target.ts";
import { loadProfile } from "../../host/press/profile.ts";
import { openEditionFile } from "../../host/store/store.ts";
import about from "../../package.json" with { type: "json" };
import { choiceOption, command, numberOption } from "../command.ts";
import { pagesOption } from "../pages-option.ts";
import type { Terminal } from "../terminal.ts";

/**
 * `handover EDITION --to TARGET`: pages to the printer. 1 where pages fail preflight, and nothing is sent; 2 where they
 * do not arrive.
 */
export const handoverCommand = command({
  name: "handover",
  options: {
    to: { type: "string" },
    pages: { type: "string" },
    standard: { type: "string" },
    profile: { type: "string" },
    marks: { type: "boolean" },
    contact: { type: "string" },
    note: { type: "string" },
    resume: { type: "boolean" },
    despite: { type: "boolean" },
    "host-key": { type: "string" },
    retries: { type: "string" },
  },
  files: [1, 1],
  async run(values, [file = ""], { terminal, now }) {
    if (!values.to) throw new Problem("cli.option-missing", { command: "handover", option: "--to" });
    const target = readTarget(values.to);
    const home = homeFolder(process.env, process.platform);
    if (values["host-key"] && target.kind === "sftp")
      new KnownHosts(home).pin(serverOf(target), values["host-key"]);
    if (values.profile) loadProfile(values.profile);
    const order: HandoverOrder = {
      open: () => openEditionFile(file, { readOnly: true }),
      source: resolve(file),
      target: values.to,
      home,
      pages: pagesOption(values.pages),
      standard: choiceOption("--standard", values.standard ?? "x4", ["x4", "x1a"]),
      profile: values.profile ?? "",
      marks: values.marks ?? false,
      contact: values.contact ?? "",
      note: values.note ?? "",
      locale: terminal.locale,
      created: now(),
      producer: `Dayang ${about.version}`,
      resume: values.resume ?? false,
      despite: values.despite ?? false,
      retries: numberOption("--retries", values.retries ?? "5", 0, 100, { whole: true }),
      secrets: await secretsFor(target, terminal),
      trust: (server, fingerprint) => asked(terminal, "cli.handover.trust", { server, fingerprint }),
      tell: teller(terminal),
    };
    try {
      const done = await handOver(order);
      terminal.say("cli.handover.done", {
        place: done.place,
        pages: done.pages.join("、"),
        kilobytes: Math.ceil(done.bytes / 1024),
      });
      if (done.sent < done.bytes)
        terminal.say("cli.handover.resumed", { kilobytes: Math.ceil(done.sent / 1024) });
      if (done.errors > 0) terminal.note("cli.handover.despite", { errors: done.errors });
      return 0;
    } catch (error) {
      if (!(error instanceof Problem) || error.key !== "handover.preflight-failed") throw error;
      terminal.problem(new Problem(error.key, { ...error.values, file: basename(file) }));
      return 1;
    }
  },
});

/** Each stage once, and each file once: a terminal is no progress bar. */
function teller(terminal: Terminal): NonNullable<HandoverOrder["tell"]> {
  let last = "";
  return (key, values) => {
    const line = JSON.stringify([key, values]);
    if (line === last) return;
    last = line;
    terminal.stage(key, values, { long: true });
  };
}

/** Of the environment; a password is asked for where there is nothing, and somebody to ask. */
async function secretsFor(target: Target, terminal: Terminal): Promise<Secrets> {
  if (target.kind === "folder") return {};
  const secrets = secretsOf(process.env);
  if (secrets.password || secrets.key || secrets.agent || !process.stdin.isTTY) return secrets;
  const { user, host } = target;
  return { ...secrets, password: await hidden(terminal.word("cli.handover.password", { user, host })) };
}

/** False where there is nobody to ask. */
async function asked(terminal: Terminal, key: string, values: Record<string, string>): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|是)$/i.test((await lines.question(`${terminal.word(key, values)} `)).trim());
  } finally {
    lines.close();
  }
}

/** A line typed without being shown. */
function hidden(question: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(`${question} `);
  stdin.setRawMode(true);
  stdin.resume();
  let typed = "";
  return new Promise((resolve) => {
    const onData = (bytes: Buffer) => {
      for (const sign of bytes.toString("utf8")) {
        if (sign === "\u0003") process.kill(process.pid, "SIGINT");
        if (sign === "\r" || sign === "\n" || sign === "\u0003" || sign === "\u0004") {
          stdin.off("data", onData);
          stdin.setRawMode(false);
          stdin.pause();
          stderr.write("\n");
          resolve(typed);
          return;
        }
        typed = sign === "\u007f" ? [...typed].slice(0, -1).join("") : typed + sign;
      }
    };
    stdin.on("data", onData);
  });
}
