// Preloaded into Microsoft's Playground, which would otherwise serve every network interface without any sign-in, and
// whose page would fetch fonts and scripts from the internet.
"use strict";

const http = require("node:http");
const net = require("node:net");

const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function (...args) {
  const [where] = args;
  const isPort = where == null || typeof where === "function" || typeof where === "number" || /^\d+$/.test(where);
  const isAddress = typeof where === "object" && where !== null && "port" in where && !where.path;
  // What remains are pipes and handles: they are no network address.
  if (!isPort && !isAddress) return listen.apply(this, args);
  const port = isAddress ? where.port : typeof where === "function" ? 0 : Number(where ?? 0);
  const ready = args.filter((arg) => typeof arg === "function");
  return listen.call(this, { ...(isAddress ? where : {}), port, host: "127.0.0.1" }, ...ready);
};

// 'self' has the page's own web sockets, too; its editor works with inline styles, and with workers made of text.
const OWN = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:";
const writeHead = http.ServerResponse.prototype.writeHead;

http.ServerResponse.prototype.writeHead = function (...args) {
  this.setHeader("Content-Security-Policy", OWN);
  return writeHead.apply(this, args);
};

// Nobody could stop it any more once its starter is gone, even killed: the starter holds the other end of stdin.
// Only the server itself watches, for npx gives some of its helpers an empty stdin.
if (/agentsplayground/.test(process.argv[1])) {
  process.stdin.on("close", () => process.exit());
  process.stdin.resume();
  process.stdin.unref();
}
