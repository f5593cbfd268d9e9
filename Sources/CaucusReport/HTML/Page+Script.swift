extension Page {
    /// Sorting, filtering, copying. The page says everything without it.
    static let script = cardScript + chartScript + filters + browserScript + addressScript

    /// Filters and sorts the cards, and sorts the tables.
    private static let cardScript = #"""
        "use strict";
        (function () {
          var box = document.getElementById("cards");
          var tools = document.querySelector(".tools");
          if (!box || !tools) { return; }
          var cards = Array.prototype.slice.call(box.children);
          if (cards.length < 2) { return; }
          var texts = null;
          var find = document.getElementById("find");
          var leaning = document.getElementById("leaning");
          var order = document.getElementById("order");
          var found = document.getElementById("found-cards");
          function filter() {
            if (!texts) { texts = cards.map(function (c) { return c.textContent.toLowerCase(); }); }
            var words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
            var shown = 0;
            cards.forEach(function (card, i) {
              var fits = (!leaning.value || card.dataset.leaning === leaning.value) &&
                words.every(function (w) { return texts[i].indexOf(w) >= 0; });
              if (card.hidden === fits) { card.hidden = !fits; }
              if (fits) { shown += 1; }
            });
            found.textContent = shown === cards.length ? "" : shown + " of " + cards.length;
          }
          function sort() {
            var by = order.value;
            var sorted = cards.slice();
            if (by === "against" || by === "favor") {
              var sign = by === "against" ? 1 : -1;
              sorted.sort(function (a, b) { return sign * (a.dataset.net - b.dataset.net); });
            } else if (by === "name") {
              var collator = new Intl.Collator();
              var named = cards.map(function (c) { return [c.querySelector("h3").textContent, c]; });
              named.sort(function (a, b) { return collator.compare(a[0], b[0]); });
              sorted = named.map(function (n) { return n[1]; });
            }
            var all = document.createDocumentFragment();
            sorted.forEach(function (card) { all.appendChild(card); });
            box.appendChild(all);
          }
          var timer = 0;
          find.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(filter, 120); });
          leaning.addEventListener("change", filter);
          order.addEventListener("change", sort);
          tools.addEventListener("submit", function (event) { event.preventDefault(); });
          tools.hidden = false;
        })();
        (function () {
          document.querySelectorAll("table.sortable").forEach(function (table) {
            var body = table.tBodies[0];
            table.querySelectorAll("th[data-by]").forEach(function (head) {
              var button = document.createElement("button");
              button.type = "button";
              while (head.firstChild) { button.appendChild(head.firstChild); }
              head.appendChild(button);
              button.addEventListener("click", function () {
                var up = head.getAttribute("aria-sort") === "descending";
                table.querySelectorAll("th[aria-sort]").forEach(function (h) { h.removeAttribute("aria-sort"); });
                head.setAttribute("aria-sort", up ? "ascending" : "descending");
                var by = head.dataset.by;
                var rows = Array.prototype.slice.call(body.rows);
                rows.sort(function (a, b) {
                  var order = by === "name"
                    ? b.cells[0].textContent.localeCompare(a.cells[0].textContent)
                    : b.dataset[by] - a.dataset[by];
                  return up ? -order : order;
                });
                rows.forEach(function (row) { body.appendChild(row); });
              });
            });
          });
          window.addEventListener("beforeprint", function () {
            document.querySelectorAll("details:not(.more)").forEach(function (d) { d.open = true; });
          });
        })();

        """#

    /// Copies a chart, and draws it where no picture lies beside the page.
    private static let chartScript = #"""
        (function () {
          var data = document.getElementById("chart-data");
          if (!data) { return; }
          var charts = JSON.parse(data.textContent);
          function said(button, words) {
            var before = button.textContent;
            button.textContent = words;
            setTimeout(function () { button.textContent = before; }, 1500);
          }
          function byHand(text) {
            var box = document.createElement("textarea");
            box.value = text;
            document.body.appendChild(box);
            box.select();
            var done = document.execCommand("copy");
            box.remove();
            return done;
          }
          document.querySelectorAll("button[data-copy]").forEach(function (button) {
            button.hidden = false;
            button.addEventListener("click", function () {
              var text = charts[button.dataset.copy];
              var hand = function () { said(button, byHand(text) ? "copied" : "could not copy"); };
              if (!navigator.clipboard) { return hand(); }
              navigator.clipboard.writeText(text).then(function () { said(button, "copied"); }, hand);
            });
          });
          document.querySelectorAll("button[data-picture]").forEach(function (button) {
            button.hidden = false;
            button.addEventListener("click", function () {
              var image = new Image();
              image.onload = function () {
                var canvas = document.createElement("canvas");
                canvas.width = 2 * image.width; canvas.height = 2 * image.height;
                canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
                var link = document.createElement("a");
                link.href = canvas.toDataURL("image/png");
                link.download = button.dataset.picture + ".png";
                link.click();
              };
              image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(charts[button.dataset.picture]);
            });
          });
        })();

        """#
}
