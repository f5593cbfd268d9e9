"""A headless Chromium that loads one page, spoken to by its DevTools protocol. Needs websocket-client."""
import base64, json, os, random, shutil, subprocess, tempfile, time, urllib.request

import websocket


class Browser:
    def __init__(self, url):
        self.url, self.number, self.events = url, 0, []

    def __enter__(self):
        self.profile, port = tempfile.mkdtemp(), random.randint(20_000, 40_000)
        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             f"--remote-debugging-port={port}", "--remote-allow-origins=*", f"--user-data-dir={self.profile}",
             "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(300):
            try:
                tabs = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json"))
                tab = next(t for t in tabs if t["type"] == "page")
                break
            except (OSError, StopIteration):
                time.sleep(0.1)
        self.socket = websocket.create_connection(tab["webSocketDebuggerUrl"], timeout=120)
        for domain in ["Page", "Network", "Runtime", "Log"]:
            self.call(domain + ".enable")
        self.size(1280, 900)
        self.call("Page.navigate", url=self.url)
        self.settle()
        return self

    def __exit__(self, *_):
        self.socket.close()
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, **parameters):
        self.number += 1
        mine = self.number
        self.socket.send(json.dumps({"id": mine, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == mine:
                return message.get("result", message)
            self.events.append(message)

    def value(self, script):
        """What a script gives; `None` where it throws."""
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in found:
            print("script:", found["exceptionDetails"].get("exception", {}).get("description", "")[:300])
        return found.get("result", {}).get("value")

    def settle(self):
        for _ in range(600):
            if self.value("document.readyState") == "complete":
                break
            time.sleep(0.05)
        time.sleep(0.4)
        self.value("1")

    def reloaded(self, script):
        self.call("Page.reload")
        time.sleep(0.5)
        self.settle()
        return self.value(script)

    def size(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def media(self, scheme=None):
        features = [{"name": "prefers-color-scheme", "value": scheme}] if scheme else []
        self.call("Emulation.setEmulatedMedia", features=features)

    def scripts(self, allowed):
        self.call("Emulation.setScriptExecutionDisabled", value=not allowed)

    def picture(self, path):
        time.sleep(0.4)
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot")["data"]))

    def printed(self, path, size):
        found = self.call("Page.printToPDF", paperWidth=size[0], paperHeight=size[1], printBackground=False)
        with open(path, "wb") as file:
            file.write(base64.b64decode(found["data"]))

    def requests(self):
        return {e["params"]["request"]["url"] for e in self.events if e["method"] == "Network.requestWillBeSent"}

    def complaints(self):
        """What the console, an exception or a dialog said."""
        return [json.dumps(e)[:400] for e in self.events
                if e["method"] in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Page.javascriptDialogOpening")
                or e["method"] == "Log.entryAdded" and e["params"]["entry"]["level"] in ("error", "warning")]
