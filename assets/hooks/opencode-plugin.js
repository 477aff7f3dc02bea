// Perch's plugin for OpenCode: hands events to the pet, and answers nothing. perch hooks remove opencode takes it away.
// It writes small files into SPOOL, only while a companion reads them; what you typed and what tools said is not among them.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const SPOOL = "@SPOOL@";
const EVENTS = new Set([@EVENTS@]);
const MOST = 500;

export const PerchHook = async ({ directory }) => {
    const parents = new Map();
    const ended = new Set();
    let count = 0;

    function isRead() {
        process.kill(Number(readFileSync(`${SPOOL}/reader`, "utf8")), 0);
        return readdirSync(SPOOL).length < MOST;
    }

    /** Leaves one event; whatever goes wrong, the agent is not held up. */
    function tell(name, session, more = {}) {
        try {
            if (EVENTS.has(name) && session && isRead()) {
                const child = parents.has(session) && { agent_id: session };
                const event = { hook_event_name: name, session_id: parents.get(session) ?? session, cwd: directory, ...child, ...more };
                const file = `${SPOOL}/opencode-${process.pid}-${++count}`;
                writeFileSync(`${file}.json`, JSON.stringify(event), { mode: 0o600 });
                writeFileSync(`${file}.opencode.done`, "", { mode: 0o600 });
            }
        } catch {
            // nobody reads
        }
    }

    function heard({ type, properties: about = {} }) {
        const session = about.sessionID ?? about.info?.id;
        if (type === "session.created" && about.info?.parentID) {
            parents.set(session, about.info.parentID);
        } else if (type === "session.error") {
            ended.add(session);
        } else if (type === "session.idle" && ended.has(session)) {
            return; // it comes twice, after an error that told how the turn ended
        }
        tell(type, session, { status: about.status?.type ?? about.error?.name, tool_name: about.permission ?? about.type });
        if (type === "session.deleted") {
            parents.delete(session);
        }
    }

    return {
        event: async ({ event }) => heard(event),
        "chat.message": async ({ sessionID }) => {
            ended.delete(sessionID);
            tell("chat.message", sessionID);
        },
        "tool.execute.before": async ({ tool, sessionID }) => tell("tool.execute.before", sessionID, { tool_name: tool }),
        "tool.execute.after": async ({ tool, sessionID }) => tell("tool.execute.after", sessionID, { tool_name: tool }),
        "experimental.session.compacting": async ({ sessionID }) => tell("experimental.session.compacting", sessionID),
    };
};
