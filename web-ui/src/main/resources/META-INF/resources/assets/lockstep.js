/* Where a page is better with script; every page works without. */
(function () {
  "use strict";

  /* an error summary takes the focus, so that it is read first */
  function focusErrors() {
    var errors = document.getElementById("errors");
    if (errors) errors.focus();
  }

  /* copy a printed row or a whole hash */
  document.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-copy]");
    if (!button) return;
    event.preventDefault();
    var source = document.getElementById(button.dataset.copy);
    navigator.clipboard.writeText(source.textContent).then(function () {
      button.textContent = button.dataset.copied;
    });
  });

  /* a form that is being sent is not sent twice; what it makes is made once anyway */
  document.addEventListener("submit", function (event) {
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    /* a form that is answered by a file stays, and may be sent again */
    if (event.target.method === "post" && !("again" in event.target.dataset)) event.target.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
  });

  /* a part of a page that was asked for after the session had ended: the whole page goes to the login */
  document.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.xhr.status === 499) { event.detail.shouldSwap = false; window.location.reload(); }
  });
  document.addEventListener("htmx:afterRequest", function (event) {
    var form = event.detail.elt && event.detail.elt.closest && event.detail.elt.closest("form");
    if (form) delete form.dataset.sent;
  });
  document.addEventListener("htmx:afterSwap", focusErrors);

  /* "/" goes to the search field, unless one is typing */
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    var find = document.getElementById("find");
    if (find) { event.preventDefault(); find.focus(); }
  });

  /* the arrow keys turn the pages of an exhibit, where nothing else has a use for them */
  document.addEventListener("keydown", function (event) {
    var rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    if (!rel || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable], [role='region'], section[tabindex]")) return;
    var link = document.querySelector("[data-turn] a[rel='" + rel + "']");
    if (link) { event.preventDefault(); link.click(); }
  });

  /* a page whose picture could not be made says so */
  var missing = document.querySelector("[data-no-picture]");
  var picture = document.querySelector(".picture img");
  function notMade() { picture.closest(".picture").hidden = true; missing.hidden = false; }
  if (missing && picture) {
    if (picture.complete && picture.naturalWidth === 0) notMade();
    picture.addEventListener("error", notMade);
  }

  /* unsent text is not lost without a word */
  var changed = false;
  document.addEventListener("input", function (event) { if (event.target.closest("form[data-keep]")) changed = true; });
  document.addEventListener("submit", function () { changed = false; });
  window.addEventListener("beforeunload", function (event) { if (changed) event.preventDefault(); });

  /* with Shift, by mouse or space bar, all rows from the one ticked before are ticked as this one */
  var before;
  document.addEventListener("click", function (event) {
    var tick = event.target.closest("table[data-range] .tick [type=checkbox]");
    if (!tick) return;
    var ticks = Array.prototype.slice.call(tick.closest("table").querySelectorAll(".tick [type=checkbox]"));
    var from = ticks.indexOf(before), to = ticks.indexOf(tick);
    if (event.shiftKey && from >= 0) {
      ticks.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(function (one) { one.checked = tick.checked; });
    }
    before = tick;
  });

  /* what others change while a page is open is said beside it; nothing is replaced under one's hands */
  function watchChanges(bar) {
    var wanted = bar.dataset.watch.split(" ");
    var source, since, again, failures = 0;

    function tell(event) {
      var mine = wanted[0] === "*" || JSON.parse(event.data).things.some(function (thing) {
        return wanted.indexOf(thing.id) >= 0;
      });
      if (!mine) return;
      bar.querySelector("p").hidden = false;
      stop();
      document.removeEventListener("visibilitychange", look);
    }

    function stop() {
      clearTimeout(again);
      if (source) source.close();
      source = null;
    }

    /* one stream for the page that is looked at: a browser has few connections to one server */
    function look() {
      stop();
      if (document.visibilityState !== "visible") return;
      source = new EventSource("/changes" + (since ? "?since=" + encodeURIComponent(since) : ""));
      source.addEventListener("opened", function (event) {
        failures = 0;
        since = since || JSON.parse(event.data).at;
      });
      source.addEventListener("changed", tell);
      /* it ends with each token and is then opened anew; a session that is over is not asked for again and again */
      source.onerror = function () {
        stop();
        failures += 1;
        if (failures < 4) again = setTimeout(look, 5000 * failures);
      };
    }

    document.addEventListener("visibilitychange", look);
    window.addEventListener("pagehide", stop);
    look();
  }
  var bar = document.querySelector("[data-watch]");
  if (bar && window.EventSource) watchChanges(bar);

  focusErrors();
})();
