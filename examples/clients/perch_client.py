#!/usr/bin/env python3
"""A client of Perch's sockets in one file; Python 3.8 or newer, nothing else. docs/ingress.md has the protocol.

    with Client() as perch:
        perch.introduce(read_key("ci.json"))
        receipt = perch.start("THREAD-ID", "the build is green again")
        print(perch.wait(receipt, "completed")["state"])

As a program: python3 perch_client.py --help
"""

import argparse
import hashlib
import hmac
import itertools
import json
import os
import secrets
import socket
import sys

FRAME_BYTES = 256 * 1024
TAKEN = {"accepted", "observed"}
ORDERS = {"start", "queue", "steer", "interrupt"}
DEEDS = ORDERS | {"register", "snapshot", "delivery", "status", "hello"}
NOT_DONE = {"failed", "expired", "conflict", "denied", "unknown"}


class PerchError(Exception):
    """Perch refused; the text is its sentence, code is that of JSON-RPC or of docs/ingress.md."""

    def __init__(self, code, sentence):
        super().__init__(sentence)
        self.code = code


class Lost(OSError):
    """The line broke, or what listens there is not Perch. What was sent may have been taken: ask with delivery()."""


def default_socket(name="ingress.sock"):
    """Where the companion of this user listens; on status.sock one can read, and no more."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.path.isabs(runtime) and os.path.isdir(runtime):
        return os.path.join(runtime, "perch", name)
    state = os.environ.get("XDG_STATE_HOME") or os.path.expanduser("~/.local/state")
    return os.path.join(state, "perch", "run", name)


def read_key(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError as none:
        raise FileNotFoundError(f"there is no key in {path}; register first, or name its --key-file") from none


def write_key(path, key):
    """Keeps the key where nobody but the user can read it."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(key, file)


class Client:
    """One connection. Blocks; for one thread."""

    def __init__(self, path=None, timeout=150.0):
        """timeout: seconds without an answer after which the line counts as lost."""
        self._timeout = timeout
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.settimeout(timeout)
        try:
            self._socket.connect(path or default_socket())
        except OSError as nobody:
            self._socket.close()
            raise Lost(f"no Perch listens at {path or default_socket()}; does it run, and to write, is its ingress on?") from nobody
        self._lines = self._socket.makefile("rb")
        self._ids = itertools.count(1)
        self._news = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._lines.close()
        self._socket.close()

    def register(self, name, scopes, show_code):
        """Asks the user, at the pet, to be let in. show_code is given the words that the pet shows too. Returns the key."""
        made = self.call("client/register", {"name": name, "scopes": scopes}, show_code)
        return {"clientId": made["clientId"], "key": made["key"]}

    def introduce(self, key):
        """Shows who it is, after the other end has shown that it is Perch. Returns name, scopes, limits and
        epoch (another one: Perch began anew, show everything again) with lastSeq (how far each source has counted)."""
        nonce = secrets.token_hex(32)
        hello = self.call("hello", {"protocol": [1], "clientId": key["clientId"], "clientNonce": nonce})

        def proof(side):
            words = "\n".join([side, str(hello.get("instanceId")), str(hello.get("serverNonce")), nonce])
            return hmac.new(bytes.fromhex(key["key"]), words.encode(), hashlib.sha256).hexdigest()

        if not hmac.compare_digest(proof("S").encode(), str(hello.get("serverProof")).encode()):
            raise Lost("what listens there does not know this client: it was revoked, or it is not Perch")
        return self.call("auth", {"clientProof": proof("C")})

    def find(self, which):
        """The id of the thread that is latest, waiting or current."""
        return self.call("thread/find", {"which": which})["threadId"]

    def start(self, thread, text, key=None, **delivery):
        """Begins a turn. delivery: expiresInMs, whenBusy ("reject", "queue", or "steer" with expectedTurnId)."""
        return self._order("turn/start", {"threadId": thread, "input": said(text)}, key, delivery)

    def queue(self, thread, text, key=None, **delivery):
        """Leaves a message in Codex's own queue."""
        return self._order("thread/queue/add", {"threadId": thread, "input": said(text)}, key, delivery)

    def steer(self, thread, turn, text, key=None, **delivery):
        """Says something into the turn that runs."""
        return self._order(
            "turn/steer", {"threadId": thread, "expectedTurnId": turn, "input": said(text)}, key, delivery)

    def interrupt(self, thread, turn=None, key=None, **delivery):
        """Ends the turn that runs, or none but that one."""
        return self._order("turn/interrupt", {"threadId": thread, **({"turnId": turn} if turn else {})}, key, delivery)

    def delivery(self, key):
        """The receipt of an earlier delivery of this client."""
        return self.call("delivery/get", {"key": key})

    def status(self):
        """How all threads stand; on status.sock alone."""
        return self.call("status/get", {})

    def snapshot(self, state, title, body=None, **more):
        """Shows a state at the pet. more: sourceId, seq, epoch, ttlMs."""
        shown = {"state": state, "title": title, **({"body": body} if body else {})}
        return self.call("snapshot/put", {"snapshot": shown, **more})

    def wait(self, receipt, until="accepted"):
        """The receipt once it is accepted, or completed, or will never be; "unknown" ends the wait too."""
        self._socket.settimeout(None)  # the user and the agent take their time; a Perch that ends hangs up
        while not enough(receipt, until):
            news = self._news.pop(0) if self._news else self._hear()
            told = news.get("params")
            if news.get("method") == "delivery/updated" and isinstance(told, dict) and told.get("key") == receipt["key"]:
                receipt = told
        self._socket.settimeout(self._timeout)
        return receipt

    def call(self, method, params, show_code=None):
        """Calls, and waits for the answer; raises PerchError when it was refused."""
        number = next(self._ids)
        line = json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}).encode() + b"\n"
        if len(line) > FRAME_BYTES:
            raise ValueError(f"a line has at most {FRAME_BYTES} bytes")
        try:
            self._socket.sendall(line)
        except OSError as broken:
            raise Lost(f"Perch hung up ({broken})") from broken
        while True:
            message = self._hear()
            if isinstance(message.get("error"), dict) and message.get("id") in (number, None):
                raise PerchError(message["error"].get("code"), str(message["error"].get("message")))
            if message.get("id") == number and "method" not in message:
                return message.get("result")
            if message.get("method") == "client/code" and show_code:
                show_code(str(message.get("params", {}).get("code")))
            elif message.get("method") == "delivery/updated":
                self._news.append(message)

    def _order(self, method, params, key, delivery):
        named = key or secrets.token_hex(16)
        return self.call(method, {**params, "delivery": {"key": named, **delivery}})

    def _hear(self):
        try:
            line = self._lines.readline(FRAME_BYTES + 1)
        except OSError as broken:
            raise Lost(f"Perch says nothing more ({broken})") from broken
        if not line.endswith(b"\n"):
            raise Lost("Perch hung up")
        try:
            message = json.loads(line)
        except ValueError as bad:
            raise Lost("what listens there does not speak JSON") from bad
        if not isinstance(message, dict):
            raise Lost("what listens there does not speak JSON-RPC")
        return message


def said(text):
    return [{"type": "text", "text": text}]


def enough(receipt, until):
    state = receipt.get("state")
    taken = state in TAKEN or (state == "queued" and receipt.get("method") == "thread/queue/add")
    return bool(receipt.get("final")) or state == "unknown" or (until == "accepted" and taken)


def main():
    words = argparse.ArgumentParser(description="Writes to coding agents through Perch. Prints one line of JSON.")
    words.add_argument("--socket", help="where Perch listens (default: this user's)")
    words.add_argument("--key-file", default="perch-key.json", help="default: %(default)s")
    words.add_argument("--as", dest="delivery", metavar="KEY", help="names the delivery: the same is done once")
    words.add_argument("--until", choices=["accepted", "completed"], default="accepted")
    words.add_argument("deed", nargs="+", help="register NAME SCOPE... | start THREAD TEXT | queue THREAD TEXT |"
                       " steer THREAD TURN TEXT | interrupt THREAD [TURN] | snapshot STATE TITLE | delivery KEY | status | hello")
    given = words.parse_args()
    deed, *rest = given.deed
    if deed not in DEEDS:
        words.error(f"there is no {deed}")
    try:
        asked = rest[1:] if deed == "register" else []
        reads = deed == "status" or (asked and all(scope.startswith("status.") for scope in asked))
        with Client(given.socket or default_socket("status.sock" if reads else "ingress.sock")) as perch:
            if deed == "register":
                if os.path.exists(given.key_file):
                    raise FileExistsError(f"{given.key_file} is there already; name another --key-file")
                key = perch.register(rest[0], rest[1:], lambda code: print(f"the pet shows {code}", file=sys.stderr))
                write_key(given.key_file, key)
                print(json.dumps({"name": rest[0], "key": given.key_file}))
                return 0
            answer = perch.introduce(read_key(given.key_file))
            if deed in ORDERS:
                answer = perch.wait(getattr(perch, deed)(*rest, key=given.delivery), given.until)
            elif deed != "hello":
                answer = getattr(perch, deed)(*rest)
    except (PerchError, OSError) as refused:
        print(f"perch_client: {refused}", file=sys.stderr)
        return 1
    except (TypeError, IndexError):
        words.error(f"{deed} takes other words; see --help")
    print(json.dumps(answer))
    return 10 if answer.get("state") in NOT_DONE else 0


if __name__ == "__main__":
    sys.exit(main())
