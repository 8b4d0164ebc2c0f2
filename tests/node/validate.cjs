// Validates the manifest and the localization files of folders by Microsoft's own package; the network is out of reach.
const { readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");
require("node:net").Socket.prototype.connect = () => {
  throw new Error("a schema is not in the package");
};
const { AppManifestUtils } = require("@microsoft/app-manifest");
const Ajv = require("ajv-draft-04").default;
const addFormats = require("ajv-formats").default;

// The package's own way to validate chokes on this schema of the package: not all of its patterns are Unicode ones.
async function problemsOfTexts(texts) {
  const ajv = new Ajv({ allErrors: true, strictTypes: false, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(await AppManifestUtils.fetchSchema(texts.$schema));
  return validate(texts) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
}

async function problemsOfManifest(path) {
  try {
    const [, problems] = await AppManifestUtils.readAndValidateTeamsManifest(path);
    return problems;
  } catch (error) {
    return [error.message]; // what its reader cannot even take for a manifest
  }
}

async function validated(folder) {
  const found = {};
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
    const path = join(folder, name);
    found[name] =
      name === "manifest.json"
        ? await problemsOfManifest(path)
        : await problemsOfTexts(JSON.parse(readFileSync(path, "utf8")));
  }
  return found;
}

Promise.all(process.argv.slice(2).map(validated)).then((found) => console.log(JSON.stringify(found)));
