#!/usr/bin/env node
// A client of Perch's sockets in one file; Node 18 or newer, nothing else. docs/ingress.md has the protocol.
//
//     const perch = await Client.connect();
//     await perch.introduce(readKey("ci.json"));
//     const receipt = await perch.start("THREAD-ID", "the build is green again");
//     console.log((await perch.wait(receipt, "completed")).state);
//     perch.close();
//
// As a program: node perch-client.mjs --help

import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const FRAME_BYTES = 256 * 1024;
const NOT_DONE = ["failed", "expired", "conflict", "denied", "unknown"];

/** Perch refused; the message is its sentence, code is that of JSON-RPC or of docs/ingress.md. */
export class PerchError extends Error {
    constructor(code, sentence) {
        super(sentence);
        this.code = code;
    }
}

/** The line broke, or what listens there is not Perch. What was sent may have been taken: ask with delivery(). */
export class Lost extends Error {}

/** Where the companion of this user listens; on status.sock one can read, and no more. */
export function defaultSocket(name = "ingress.sock") {
    const runtime = process.env.XDG_RUNTIME_DIR ?? "";
    if (isAbsolute(runtime) && statSync(runtime, { throwIfNoEntry: false })?.isDirectory()) {
        return join(runtime, "perch", name);
    }
    return join(process.env.XDG_STATE_HOME || join(homedir(), ".local", "state"), "perch", "run", name);
}

export function readKey(path) {
    if (!existsSync(path)) {
        throw new Error(`there is no key in ${path}; register first, or name its --key-file`);
    }
    return JSON.parse(readFileSync(path, "utf8"));
}

/** Keeps the key where nobody but the user can read it. */
export const writeKey = (path, key) => writeFileSync(path, JSON.stringify(key), { mode: 0o600, flag: "wx" });

/** One connection. */
export class Client {
    #socket;
    #calls = new Map();
    #receipts = new Map();
    #waits = new Set();
    #said = 0;
    #held = Buffer.alloc(0);
    #lost;

    constructor(socket) {
        this.#socket = socket;
        socket.on("data", (bytes) => this.#take(bytes));
        socket.on("error", (broken) => this.#lose(broken.message));
        socket.on("close", () => this.#lose("Perch hung up"));
    }

    static connect(path = defaultSocket()) {
        return new Promise((done, failed) => {
            const socket = createConnection(path, () => done(new Client(socket)));
            socket.once("error", () => failed(new Lost(`no Perch listens at ${path}; does it run, and to write, is its ingress on?`)));
        });
    }

    close() {
        this.#socket.destroy();
    }

    /** Asks the user, at the pet, to be let in. showCode is given the words that the pet shows too. Gives the key. */
    async register(name, scopes, showCode) {
        this.showCode = showCode;
        const { clientId, key } = await this.call("client/register", { name, scopes });
        return { clientId, key };
    }

    /** Shows who it is, after the other end has shown that it is Perch. Gives name, scopes, limits and
     *  epoch (another one: Perch began anew, show everything again) with lastSeq (how far each source has counted). */
    async introduce(key) {
        const nonce = randomBytes(32).toString("hex");
        const hello = await this.call("hello", { protocol: [1], clientId: key.clientId, clientNonce: nonce });
        const proof = (side) =>
            createHmac("sha256", Buffer.from(key.key, "hex"))
                .update([side, hello.instanceId, hello.serverNonce, nonce].join("\n"))
                .digest("hex");
        const theirs = Buffer.from(String(hello.serverProof));
        const right = Buffer.from(proof("S"));
        if (theirs.length !== right.length || !timingSafeEqual(theirs, right)) {
            throw this.#lose("what listens there does not know this client: it was revoked, or it is not Perch");
        }
        return this.call("auth", { clientProof: proof("C") });
    }

    /** The id of the thread that is latest, waiting or current. */
    async find(which) {
        return (await this.call("thread/find", { which })).threadId;
    }

    /** Begins a turn. delivery: key, expiresInMs, whenBusy ("reject", "queue", or "steer" with expectedTurnId). */
    start(threadId, text, delivery) {
        return this.#order("turn/start", { threadId, input: said(text) }, delivery);
    }

    /** Leaves a message in Codex's own queue. */
    queue(threadId, text, delivery) {
        return this.#order("thread/queue/add", { threadId, input: said(text) }, delivery);
    }

    /** Says something into the turn that runs. */
    steer(threadId, expectedTurnId, text, delivery) {
        return this.#order("turn/steer", { threadId, expectedTurnId, input: said(text) }, delivery);
    }

    /** Ends the turn that runs, or none but that one. */
    interrupt(threadId, turnId, delivery) {
        return this.#order("turn/interrupt", { threadId, ...(turnId && { turnId }) }, delivery);
    }

    /** The receipt of an earlier delivery of this client. */
    delivery(key) {
        return this.call("delivery/get", { key });
    }

    /** How all threads stand; on status.sock alone. */
    status() {
        return this.call("status/get", {});
    }

    /** Shows a state at the pet. more: sourceId, seq, epoch, ttlMs. */
    snapshot(state, title, body, more = {}) {
        return this.call("snapshot/put", { snapshot: { state, title, ...(body && { body }) }, ...more });
    }

    /** The receipt once it is accepted, or completed, or will never be; "unknown" ends the wait too. */
    wait(receipt, until = "accepted") {
        return new Promise((done, failed) => {
            const look = () => {
                const now = this.#receipts.get(receipt.key) ?? receipt;
                if (enough(now, until)) {
                    done(now);
                } else if (this.#lost) {
                    failed(this.#lost);
                } else {
                    return false;
                }
                return true;
            };
            if (!look()) {
                this.#waits.add(look);
            }
        });
    }

    /** Calls, and gives the answer; a refusal is a PerchError. */
    call(method, params) {
        const id = ++this.#said;
        const line = Buffer.from(JSON.stringify({ jsonrpc: "2.0", id, method, params }) + "\n");
        return new Promise((done, failed) => {
            if (this.#lost) {
                failed(this.#lost);
            } else if (line.length > FRAME_BYTES) {
                failed(new RangeError(`a line has at most ${FRAME_BYTES} bytes`));
            } else {
                this.#calls.set(id, { done, failed });
                this.#socket.write(line);
            }
        });
    }

    #order(method, params, delivery = {}) {
        return this.call(method, { ...params, delivery: { key: randomBytes(16).toString("hex"), ...delivery } });
    }

    #take(bytes) {
        this.#held = Buffer.concat([this.#held, bytes]);
        for (let end = this.#held.indexOf(10); end >= 0 && !this.#lost; end = this.#held.indexOf(10)) {
            const line = this.#held.subarray(0, end).toString();
            this.#held = this.#held.subarray(end + 1);
            this.#hear(line);
        }
        if (this.#held.length > FRAME_BYTES) {
            this.#lose("what listens there does not speak in lines");
        }
    }

    #hear(line) {
        let message;
        try {
            message = JSON.parse(line);
        } catch {
            this.#lose("what listens there does not speak JSON");
            return;
        }
        if (message?.method === "client/code") {
            this.showCode?.(String(message.params?.code));
        } else if (message?.method === "delivery/updated") {
            this.#receipts.set(message.params?.key, message.params ?? {});
            this.#look();
        } else if (message?.error) {
            const refused = new PerchError(message.error.code, String(message.error.message));
            const ids = message.id === null ? [...this.#calls.keys()] : [message.id];
            ids.forEach((id) => this.#answered(id)?.failed(refused));
        } else {
            this.#answered(message?.id)?.done(message.result);
        }
    }

    #answered(id) {
        const call = this.#calls.get(id);
        this.#calls.delete(id);
        return call;
    }

    #look() {
        this.#waits.forEach((look) => look() && this.#waits.delete(look));
    }

    #lose(why) {
        this.#lost ??= new Lost(why);
        this.#socket.destroy();
        this.#calls.forEach((call) => call.failed(this.#lost));
        this.#calls.clear();
        this.#look();
        return this.#lost;
    }
}

const said = (text) => [{ type: "text", text }];

function enough(receipt, until) {
    const taken =
        ["accepted", "observed"].includes(receipt.state) ||
        (receipt.state === "queued" && receipt.method === "thread/queue/add");
    return receipt.final === true || receipt.state === "unknown" || (until === "accepted" && taken);
}

const HELP = `Writes to coding agents through Perch. Prints one line of JSON.
usage: node perch-client.mjs [--socket PATH] [--key-file FILE] [--as KEY] [--until accepted|completed] DEED
DEED: register NAME SCOPE... | start THREAD TEXT | queue THREAD TEXT | steer THREAD TURN TEXT
      | interrupt THREAD [TURN] | snapshot STATE TITLE | delivery KEY | status | hello`;

async function main() {
    const text = { type: "string" };
    const { values: given, positionals } = parseArgs({
        allowPositionals: true,
        options: { socket: text, "key-file": text, as: text, until: text, help: { type: "boolean" } },
    });
    const [deed, ...rest] = positionals;
    const words = { start: 2, queue: 2, steer: 3, interrupt: rest.length === 2 ? 2 : 1, snapshot: 2, delivery: 1, status: 0, hello: 0 };
    if (given.help || (deed === "register" ? rest.length < 1 : words[deed] !== rest.length)) {
        console.error(HELP);
        return given.help ? 0 : 2;
    }
    const keyFile = given["key-file"] ?? "perch-key.json";
    const scopes = deed === "register" ? rest.slice(1) : [];
    const reads = deed === "status" || (scopes.length > 0 && scopes.every((scope) => scope.startsWith("status.")));
    const perch = await Client.connect(given.socket ?? defaultSocket(reads ? "status.sock" : "ingress.sock"));
    try {
        if (deed === "register") {
            if (existsSync(keyFile)) {
                throw new Error(`${keyFile} is there already; name another --key-file`);
            }
            const name = rest[0];
            writeKey(keyFile, await perch.register(name, scopes, (code) => console.error(`the pet shows ${code}`)));
            console.log(JSON.stringify({ name, key: keyFile }));
            return 0;
        }
        let answer = await perch.introduce(readKey(keyFile));
        if (["snapshot", "delivery", "status"].includes(deed)) {
            answer = await perch[deed](...rest);
        } else if (deed !== "hello") {
            const turn = deed === "interrupt" && rest.length === 1 ? [undefined] : [];
            const receipt = await perch[deed](...rest, ...turn, given.as ? { key: given.as } : {});
            answer = await perch.wait(receipt, given.until);
        }
        console.log(JSON.stringify(answer));
        return NOT_DONE.includes(answer.state) ? 10 : 0;
    } finally {
        perch.close();
    }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
    process.exitCode = await main().catch((refused) => {
        console.error(`perch-client: ${refused.message}`);
        return 1;
    });
}
