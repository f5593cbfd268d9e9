extension Page {
    /// Sorting and filtering. The page says everything without it.
    static let script = #"""
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
          var found = document.getElementById("found");
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
              sorted.sort(function (a, b) {
                return a.querySelector("h3").textContent.localeCompare(b.querySelector("h3").textContent);
              });
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
          function openAt() {
            var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
            if (target && target.hidden) { target.hidden = false; }
          }
          window.addEventListener("hashchange", openAt);
          window.addEventListener("beforeprint", function () {
            document.querySelectorAll("details").forEach(function (d) { d.open = true; });
          });
        })();
        """#
}
