/* Files and folders are sent by tus 1.0 in chunks, a few at once; what broke off goes on where the service has it. */
(function () {
  "use strict";
  var page = document.getElementById("sending");
  if (!page || !window.XMLHttpRequest) return;

  var CHUNK = 16 * 1024 * 1024, SMALL = 1024 * 1024, AT_ONCE = 3, TRIES = 6, SHOWN = 200;
  var words = page.dataset;
  var drop = page.querySelector(".drop");
  var overall = page.querySelector(".overall");
  var underWay = page.querySelector(".under-way");
  var notIn = page.querySelector(".not-in");
  var waiting = [], failed = [], active = 0, looking = 0;
  var all = { files: 0, bytes: 0, done: 0, sent: 0 };
  var unfinished = {};

  document.querySelectorAll("tr[data-upload]").forEach(function (row) {
    unfinished[row.dataset.path + "|" + row.dataset.length] = "/uploads/" + row.dataset.upload;
  });

  function filled(text, one, two, three) {
    return text.replace("{0}", one).replace("{1}", two).replace("{2}", three);
  }

  function size(bytes) {
    var units = ["byte", "kilobyte", "megabyte", "gigabyte"], at = 0;
    while (bytes >= 1000 && at < units.length - 1) { bytes /= 1000; at += 1; }
    return new Intl.NumberFormat(document.documentElement.lang,
      { style: "unit", unit: units[at], maximumFractionDigits: at ? 1 : 0 }).format(bytes);
  }

  /* ---- one request */
  function request(method, url, headers, body, progress) {
    return new Promise(function (resolve, reject) {
      var xhr = new XMLHttpRequest();
      xhr.open(method, url);
      xhr.setRequestHeader("Tus-Resumable", "1.0.0");
      xhr.setRequestHeader("X-CSRF-TOKEN", words.csrf);
      Object.keys(headers).forEach(function (name) { xhr.setRequestHeader(name, headers[name]); });
      if (progress) xhr.upload.onprogress = function (event) { progress(event.loaded); };
      xhr.onload = function () { resolve(xhr); };
      xhr.onerror = reject;
      xhr.send(body);
    });
  }

  function base64(text) {
    var bytes = "";
    new TextEncoder().encode(text).forEach(function (byte) { bytes += String.fromCharCode(byte); });
    return btoa(bytes);
  }

  /* ---- one file */
  function Refused(text) { this.text = text; }

  function refusal(xhr) {
    try { return new Refused(JSON.parse(xhr.responseText).text); } catch (none) { return new Refused(words.broken); }
  }

  function passing(status) { return status === 409 || status === 423 || status === 429 || status >= 500; }

  function create(job) {
    var metadata = "filename " + base64(job.file.name);
    if (job.file.type) metadata += ",filetype " + base64(job.file.type);
    if (job.path !== job.file.name) metadata += ",relativePath " + base64(job.path);
    var headers = { "Upload-Length": job.file.size, "Upload-Metadata": metadata };
    /* a small file goes with its announcement; the same one again is the same file */
    var whole = job.file.size > 0 && job.file.size <= SMALL;
    if (whole) headers["Content-Type"] = "application/offset+octet-stream";
    return request("POST", words.tus, headers, whole ? job.file : null).then(function (xhr) {
      if (xhr.status === 201) {
        job.url = xhr.getResponseHeader("Location");
        job.offset = Number(xhr.getResponseHeader("Upload-Offset") || 0);
        moved(job, job.offset);
        return;
      }
      if (passing(xhr.status)) throw xhr;
      throw refusal(xhr);
    });
  }

  function ask(job) {
    return request("HEAD", job.url, {}, null).then(function (xhr) {
      if (xhr.status === 200) { moved(job, Number(xhr.getResponseHeader("Upload-Offset"))); return; }
      if (xhr.status === 404 || xhr.status === 410) { job.url = null; moved(job, 0); return create(job); }
      throw xhr;
    });
  }

  function chunk(job) {
    var from = job.offset;
    var headers = { "Upload-Offset": from, "Content-Type": "application/offset+octet-stream" };
    return request("PATCH", job.url, headers, job.file.slice(from, from + CHUNK), function (loaded) {
      moved(job, from + loaded);
    }).then(function (xhr) {
      if (xhr.status === 204) {
        job.offset = Number(xhr.getResponseHeader("Upload-Offset"));
        moved(job, job.offset);
        job.tries = 0;
        return;
      }
      if (passing(xhr.status)) throw xhr;
      throw refusal(xhr);
    });
  }

  /* offset is what the service has; seen is what has left this browser */
  function moved(job, to) {
    all.sent += to - (job.seen || 0);
    job.seen = to;
    show(job);
  }

  function send(job) {
    var begun = job.url ? ask(job).then(function () { job.offset = job.seen; }) : create(job);
    return begun.then(function next() {
      return job.offset < job.file.size ? chunk(job).then(next) : undefined;
    }).catch(function (why) {
      job.tries = (job.tries || 0) + 1;
      if (why instanceof Refused || job.tries > TRIES) throw why;
      return new Promise(function (go) { setTimeout(go, 500 * Math.pow(2, job.tries)); }).then(function () {
        return send(job);
      });
    });
  }

  /* ---- all files */
  function work() {
    while (active < AT_ONCE && waiting.length) begin(waiting.shift());
    tell();
  }

  function begin(job) {
    active += 1;
    job.row = document.createElement("li");
    job.row.append(line("span", job.path), line("small", ""), line("progress"));
    underWay.append(job.row);
    (job.entry ? new Promise(function (got, not) { job.entry.file(got, not); }) : Promise.resolve(job.file))
      .then(function (file) {
        job.file = file;
        if (!job.counted) { job.counted = true; all.bytes += file.size; }
        job.url = job.url || unfinished[job.path + "|" + file.size];
        return send(job);
      })
      .then(function () { all.done += 1; }, function (why) { fail(job, why); })
      .then(function () { job.row.remove(); active -= 1; work(); if (!active) recount(); });
  }

  /* what the service has counted meanwhile */
  function recount() {
    if (window.htmx) window.htmx.ajax("GET", location.pathname, { target: "#counts", select: "#counts", swap: "outerHTML" });
  }

  function line(kind, text) {
    var made = document.createElement(kind);
    if (text) made.textContent = text;
    return made;
  }

  function show(job) {
    if (!job.row || !job.file) return;
    job.row.children[1].textContent = filled(words.file, size(job.seen), size(job.file.size));
    job.row.children[2].max = job.file.size;
    job.row.children[2].value = job.seen;
    tell();
  }

  function fail(job, why) {
    all.sent -= job.seen || 0;
    job.seen = 0;
    job.tries = 0;
    job.url = why instanceof Refused ? null : job.url;
    failed.push(job);
    var row = line("li");
    row.append(line("span", job.path), line("small", why instanceof Refused ? why.text : words.broken));
    if (failed.length <= SHOWN) notIn.querySelector("ul").append(row);
  }

  function tell() {
    var busy = active > 0 || looking > 0;
    overall.hidden = !all.files;
    underWay.hidden = !busy;
    notIn.hidden = !failed.length;
    overall.querySelector("progress").value = all.bytes ? all.sent / all.bytes : 0;
    overall.querySelector("p").textContent = busy
      ? filled(words.all, all.done, all.files, size(all.sent))
      : filled(words.done, all.done, all.files, failed.length);
  }

  notIn.querySelector("button").addEventListener("click", function () {
    waiting = waiting.concat(failed);
    failed = [];
    notIn.querySelector("ul").textContent = "";
    work();
  });

  function add(job) { all.files += 1; waiting.push(job); }

  function chosen(event) {
    Array.prototype.forEach.call(event.target.files, function (file) {
      add({ file: file, path: file.webkitRelativePath || file.name });
    });
    event.target.value = "";
    work();
  }
  page.querySelector("#files").addEventListener("change", chosen);
  page.querySelector("#folder").addEventListener("change", chosen);

  /* a folder tells its content in pieces, until an empty one */
  function look(entry) {
    if (entry.isFile) { add({ entry: entry, path: entry.fullPath.replace(/^\//, "") }); work(); return; }
    var reader = entry.createReader();
    looking += 1;
    (function more() {
      reader.readEntries(function (entries) {
        entries.forEach(look);
        if (entries.length) { more(); } else { looking -= 1; work(); }
      }, function () { looking -= 1; work(); });
    })();
  }

  drop.addEventListener("dragover", function (event) { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", function () { drop.classList.remove("over"); });
  drop.addEventListener("drop", function (event) {
    event.preventDefault();
    drop.classList.remove("over");
    Array.prototype.map.call(event.dataTransfer.items, function (item) { return item.webkitGetAsEntry(); })
      .forEach(function (entry) { if (entry) look(entry); });
  });
  window.addEventListener("beforeunload", function (event) { if (active) event.preventDefault(); });

  page.querySelector(".no-script").hidden = true;
  drop.hidden = false;
})();
