"""A client that sends whatever bytes a test wants: for broken messages, long sessions and measuring."""

import json
import queue
import subprocess
import threading
import time


class Server:
    """A language server started as a process, spoken to over its stdin and stdout."""

    def __init__(self, command, cwd=None, env=None):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=cwd, env=env
        )
        self.messages = queue.Queue()
        self.late = []
        self.next_id = 0
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        stream = self.process.stdout
        while True:
            length = None
            while (line := stream.readline()) not in (b"\r\n", b""):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if length is None:
                self.messages.put(None)
                return
            self.messages.put((time.perf_counter(), json.loads(stream.read(length))))

    def send_bytes(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def notify(self, method, params=None):
        self.send({"method": method, "params": params if params is not None else {}})

    def begin(self, method, params=None):
        self.next_id += 1
        self.send({"id": self.next_id, "method": method, "params": params})
        return self.next_id

    def wait(self, fits, timeout=30.0):
        """The next message that fits, and when it came. Requests of the server are answered with nothing."""
        for index, (came, message) in enumerate(self.late):
            if fits(message):
                del self.late[index]
                return came, message
        until = time.perf_counter() + timeout
        while True:
            try:
                received = self.messages.get(timeout=max(0.0, until - time.perf_counter()))
            except queue.Empty:
                raise TimeoutError("the server did not answer") from None
            if received is None:
                raise ConnectionError(f"the server ended with {self.process.wait()}")
            came, message = received
            if "method" in message and "id" in message:
                items = message["params"].get("items") if message["method"] == "workspace/configuration" else None
                self.send({"id": message["id"], "result": None if items is None else [None] * len(items)})
            elif fits(message):
                return came, message
            else:
                self.late.append((came, message))

    def request(self, method, params=None, timeout=30.0):
        number = self.begin(method, params)
        return self.wait(lambda message: message.get("id") == number and "method" not in message, timeout)[1]

    def initialize(self, folder=None, capabilities=None, options=None):
        root = folder.as_uri() if folder else None
        answer = self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": "test"}] if root else None,
                "capabilities": capabilities or {},
                "initializationOptions": options,
            },
        )
        self.notify("initialized")
        return answer

    def open(self, uri, text, version=1):
        item = {"uri": uri, "languageId": "python", "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri, version, start, end, text):
        position = lambda place: {"line": place[0], "character": place[1]}
        change = {"range": {"start": position(start), "end": position(end)}, "text": text}
        self.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]},
        )

    def diagnostics(self, uri, timeout=30.0):
        """The next diagnostics that are published for a document."""
        came, message = self.wait(
            lambda message: message.get("method") == "textDocument/publishDiagnostics"
            and message["params"]["uri"] == uri,
            timeout,
        )
        return came, message["params"]["diagnostics"]

    def memory(self):
        """Resident memory in MB."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))

    def stop(self):
        if self.process.poll() is None:
            try:
                self.request("shutdown", timeout=5)
                self.notify("exit")
                self.process.wait(5)
            except (TimeoutError, ConnectionError, BrokenPipeError, subprocess.TimeoutExpired):
                self.process.kill()
        return self.process.wait()
