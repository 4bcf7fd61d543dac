/* What a list of installed packages implies, from the versions that were measured together.
 *
 * AtlasInstalled.read(text) -> {tensorflow: "2.10.1", keras: …} or null where the text is no such list (`pip freeze`,
 * `pip list`, `conda list`, a requirements file, a lock). AtlasInstalled.tell(data, found) -> [{verdict, text, page}] with
 * verdict "ok", "warns" or "missing"; nothing is said that the environments do not say.
 */
(function (scope) {
  "use strict";

  var TENSORFLOW = ["tensorflow", "tensorflow-cpu", "tensorflow-gpu", "tensorflow-intel", "tensorflow-macos", "tf-nightly"];
  var TITLES = { keras: "Keras", "tf-keras": "tf_keras", numpy: "NumPy", protobuf: "protobuf", h5py: "h5py" };
  var LINE = /^[ \t>]*([A-Za-z][\w.-]*)(?:\[[\w,-]+\])?(?:[ \t]*(?:===?|@)[ \t]*|[ \t]+)v?(\d+(?:\.\d+)+\S*)/;

  function read(text) {
    var found = {};
    var lines = 0;
    text.slice(0, 200000).split(/\n|\s{2,}(?=[A-Za-z][\w.-]*==)/).forEach(function (line) {
      var parts = LINE.exec(line);
      if (!parts) return;
      lines += 1;
      var name = parts[1].toLowerCase().replace(/[_.]/g, "-");
      var version = parts[2].replace(/[^\d.].*$/, "").replace(/\.$/, "");
      if (TENSORFLOW.indexOf(name) >= 0) found.tensorflow = version;
      else if (TITLES[name] || name === "python") found[name] = version;
    });
    var known = Object.keys(found).length;
    return known && (lines > 1 || found.tensorflow) && /==|^\S+[ \t]+\d+\.\d+/m.test(text) ? found : null;
  }

  function numbers(version) {
    return version.split(".").map(Number);
  }

  function minor(version) {
    return version.split(".").slice(0, 2).join(".");
  }

  function compare(one, other) {
    var a = numbers(one);
    var b = numbers(other);
    for (var i = 0; i < Math.max(a.length, b.length); i++) {
      if ((a[i] || 0) !== (b[i] || 0)) return (a[i] || 0) - (b[i] || 0);
    }
    return 0;
  }

  function tell(data, found) {
    var told = [];
    function say(verdict, text, page) { told.push({ verdict: verdict, text: text, page: page }); }
    if (!found.tensorflow) {
      say("missing", "TensorFlow itself is not in this list, so nothing can be said about what goes with it.");
      return told;
    }
    var release = minor(found.tensorflow);
    var same = data.environments.filter(function (one) { return one.minor === release; });
    if (!same.length) {
      say("missing", "TensorFlow " + found.tensorflow + " was not measured. Measured are " + data.environments[0].minor + " to " + newest(data) + ".");
      return told;
    }
    var own = same[0];
    var patch = own.tensorflow === found.tensorflow ? "" : " Measured was its last patch, " + own.tensorflow + ".";
    say("ok", "TensorFlow " + found.tensorflow + "." + patch, "releases/" + release + ".html");
    if (found.python && minor(found.python) !== own.python) {
      say("missing", "Python " + found.python + ": measured with Python " + own.python + ".");
    }
    Object.keys(TITLES).forEach(function (name) {
      if (found[name]) package_(data, found, same, name, say);
    });
    return told;
  }

  function newest(data) {
    return data.environments.reduce(function (best, one) { return compare(one.minor, best) > 0 ? one.minor : best; }, "0");
  }

  // One package against the environments of the same release.
  function package_(data, found, same, name, say) {
    var title = TITLES[name];
    var version = found[name];
    var what = title + " " + version;
    var release = "TensorFlow " + same[0].minor;
    var measured = same.map(function (one) { return one[name]; }).filter(Boolean);
    if (!measured.length) {
      var others = data.environments.filter(function (one) { return one[name]; });
      var first = others.length ? " The first measured release with " + title + " is " + others[0].minor + "." : "";
      say("warns", what + ": no measured environment of " + release + " has the package " + title + "." + first);
      return;
    }
    var unique = measured.filter(function (one, place) { return measured.indexOf(one) === place; });
    var list = unique.join(" and ");
    if (unique.some(function (one) { return minor(one) === minor(version); })) {
      say("ok", what + ": measured with " + release + " (" + list + ").");
      return;
    }
    var follows = follow(data, name, same[0].minor);
    if (follows) {
      say("warns", what + " does not go with " + release + ": in every measured environment from " + follows + " " + title + " has the same minor version as TensorFlow. Measured: " + list + ".");
      return;
    }
    var sorted = unique.slice().sort(compare);
    var outside = compare(version, sorted[0]) < 0 ? "older than" : compare(version, sorted[sorted.length - 1]) > 0 ? "newer than" : "between";
    var major = sorted.every(function (one) { return numbers(one)[0] !== numbers(version)[0]; });
    var kind = major ? ", another major version" : "";
    say(major ? "warns" : "missing", what + " is " + outside + " what was measured with " + release + " (" + list + ")" + kind + ".");
  }

  // "2.6 to 2.15" where a package has TensorFlow's minor in each environment around that release, else "".
  function follow(data, name, release) {
    var range = [];
    var done = false;
    data.environments.filter(function (one) { return one[name]; }).forEach(function (one) {
      if (done) return;
      if (minor(one[name]) === one.minor) range.push(one.minor);
      else if (range.indexOf(release) >= 0) done = true;
      else range = [];
    });
    return range.indexOf(release) >= 0 && range.length > 1 ? range[0] + " to " + range[range.length - 1] : "";
  }

  // Rules whose cause is the version of another package, where that version is installed: those about environments.
  function rules(data, found) {
    return data.rules.filter(function (doc) {
      return /TFU9/.test(doc.location) && Object.keys(doc.packages || {}).some(function (name) {
        return found[name] && compare(found[name], doc.packages[name]) >= 0;
      });
    });
  }

  scope.AtlasInstalled = { read: read, tell: tell, rules: rules };
})(typeof self !== "undefined" ? self : globalThis);
