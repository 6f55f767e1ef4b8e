"""Keeps each request as files in a folder and answers it as the suite did; needs nothing but Python 3."""
import json
import os
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

host, port = sys.argv[1].rsplit(":", 1)
work = sys.argv[2]
lock = threading.Lock()
count = 0
uses = {}
LONGEST = 1 << 20
WAIT = 3.0
HELD = 20.0
BRIEFLY = 4.0

with open(os.path.join(work, "rules.json"), encoding="utf-8") as file:
    rules = json.load(file)


def known():
    with open(os.path.join(work, "known"), encoding="utf-8", errors="replace") as file:
        return dict(line.rstrip("\n").split("\t")[:2] for line in file)


def at(tree, pointer):
    for key in pointer.split("/")[1:]:
        key = key.replace("~1", "/").replace("~0", "~")
        tree = tree[int(key)] if isinstance(tree, list) else tree[key]
    return tree if isinstance(tree, str) else json.dumps(tree)


def filled(template, body):
    """The template with variables of the script and members of the request in it."""

    def value(match):
        name = match.group(1)
        if name.startswith("in:"):
            try:
                return at(json.loads(body), name[3:])
            except (ValueError, KeyError, IndexError, TypeError):
                return ""
        end = time.monotonic() + WAIT
        while name not in known() and time.monotonic() < end:
            time.sleep(0.05)
        return known().get(name, "")

    return re.sub(r"\$\{([A-Za-z0-9_:/~@.-]+)\}", value, template)


def phase():
    try:
        with open(os.path.join(work, "phase"), encoding="utf-8") as file:
            return int(file.read() or "0")
    except (OSError, ValueError):
        return 0


def over(name="over"):
    return os.path.exists(os.path.join(work, "over")) or os.path.exists(os.path.join(work, name + ".go"))


def rule(method, path):
    """The next answer to such a request; the last one again when there is no other."""
    values = known()

    def place(pattern):
        return re.sub(r"\$\{([A-Z0-9_]+)\}", lambda match: re.escape(values.get(match.group(1), "")), pattern)

    fitting = [it for it in rules if it["method"] == method and re.search("(?:" + place(it["path"]) + ")$", path)]
    if not fitting:
        return {"status": 200, "type": "", "body": "data" if path.startswith("/asset/") else ""}
    turned = [it for it in fitting if it.get("phase", phase() + 1) <= phase()]
    if turned:
        return turned[-1]
    if "phase" in fitting[0]:
        return {"status": 204, "type": "", "body": ""}
    with lock:
        key = (method, fitting[0]["path"])
        number = uses.get(key, 0)
        uses[key] = number + 1
    return fitting[min(number, len(fitting) - 1)]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.take
        raise AttributeError(name)

    def take(self):
        body = self.body()
        answer = rule(self.command, self.path.split("?")[0])
        self.keep(body)
        if self.command == "GET" and self.path.startswith("/stream/"):
            self.stream()
            return
        held = answer.get("held")
        end = time.monotonic() + (HELD if held == "over" else BRIEFLY)
        while held and not over(held) and time.monotonic() < end:
            time.sleep(0.02)
        text = filled(answer["body"], body.decode("utf-8", "replace")).encode("utf-8")
        self.send_response(answer["status"])
        if answer["type"]:
            self.send_header("Content-Type", answer["type"])
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)

    def stream(self):
        """Data without an end, as the suite has it for flows that are to go on."""
        self.send_response(200)
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.close_connection = True
        try:
            while not over():
                self.wfile.write(b"5\r\ndata\n\r\n")
                time.sleep(0.1)
            self.wfile.write(b"0\r\n\r\n")
        except OSError:
            pass

    def body(self):
        if "chunked" not in self.headers.get("Transfer-Encoding", "").lower():
            return self.rfile.read(min(int(self.headers.get("Content-Length") or 0), LONGEST))
        body = b""
        while len(body) < LONGEST:
            size = int(self.rfile.readline(100).split(b";")[0] or b"0", 16)
            if size == 0:
                while self.rfile.readline(8192).strip():
                    pass
                break
            body += self.rfile.read(min(size, LONGEST))
            self.rfile.readline(10)
        return body

    def keep(self, body):
        global count
        with lock:
            count += 1
            name = os.path.join(work, "in", "%05d" % count)
        with open(name + ".line", "w", encoding="utf-8", errors="replace") as file:
            file.write(self.command + " " + self.path)
        with open(name + ".head", "w", encoding="utf-8", errors="replace") as file:
            file.writelines("%s: %s\n" % header for header in self.headers.items())
        with open(name + ".body", "wb") as file:
            file.write(body)
        # What stands in the list is there as a whole.
        with lock, open(os.path.join(work, "arrivals"), "a", encoding="utf-8", errors="replace") as file:
            file.write("%s\t%s\t%s\n" % (os.path.basename(name), self.command, self.path.split("?")[0]))

    def log_message(self, format, *values):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


server = Server((host.strip("[]"), int(port)), Handler)
draft = os.path.join(work, "port.tmp")
with open(draft, "w") as file:
    file.write("%s:%d" % (host, server.server_address[1]))
os.rename(draft, os.path.join(work, "port"))
server.serve_forever()
