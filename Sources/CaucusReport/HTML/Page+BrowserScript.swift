extension Page {
    /// Searches the quotations that the page takes along.
    static let browserScript = #"""
        (function () {
          var data = document.getElementById("qdata");
          var box = document.getElementById("browser");
          if (!data || !box) { return; }
          var all = null, rows = [], keys = [], shown = 0, current = [];
          var signs = ["▼ against", "● neutral", "▲ in favor", "○ not sure"], kinds = ["against", "neutral", "favor", "open"];
          var find = document.getElementById("qfind"), stance = document.getElementById("qstance");
          var order = document.getElementById("qorder"), list = document.getElementById("qlist");
          var found = document.getElementById("qfound"), more = document.getElementById("qmore");
          function el(name, cls, text) {
            var e = document.createElement(name);
            if (cls) { e.className = cls; }
            if (text) { e.textContent = text; }
            return e;
          }
          function address(r) { return r[10] || "q-" + all.documents[r[1]][4] + ":" + r[4] + "-" + r[5]; }
          function load() {
            if (all) { return; }
            all = JSON.parse(data.textContent);
            rows = all.rows;
            sieve.start(all, search);
            keys = rows.map(function (r) {
              var d = all.documents[r[1]];
              return (r[8] + " " + all.people[r[0]] + " " + d[0] + " " + d[1]).toLowerCase();
            });
          }
          function thin(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f"); }
          function link(url, text, given) {
            if (!/^https?:\/\//i.test(url)) { return ""; }
            if (given !== undefined && given !== "?") {
              return url + (given ? (url.indexOf("#") < 0 ? "#" : "") + ":~:text=" + given : "");
            }
            var words = text.split(/\s+/).filter(Boolean);
            var code = function (list) {
              return encodeURIComponent(list.join(" ")).replace(/-/g, "%2D");
            };
            var part = words.length > 8 ? code(words.slice(0, 4)) + "," + code(words.slice(-4)) : code(words);
            return url + (url.indexOf("#") < 0 ? "#" : "") + ":~:text=" + part;
          }
          function item(r) {
            var d = all.documents[r[1]], li = el("li", kinds[r[2]]), here = address(r);
            var head = el("p", "verdict"), quote = el("blockquote"), meta = el("p", "meta");
            head.appendChild(el("span", "chip", signs[r[2]]));
            head.appendChild(el("bdi", "", all.people[r[0]] || "speaker unknown"));
            head.appendChild(el("span", "p", "net " + (r[3] < 0 ? "\u2212" : r[3] > 0 ? "+" : "") + (Math.abs(r[3]) / 100).toFixed(2)));
            quote.appendChild(el("bdi", "", r[8]));
            var url = link(d[3], r[8], r[9]), title = el("bdi", "", d[0]);
            if (url) {
              var a = el("a");
              a.href = url; a.rel = "noopener noreferrer"; a.appendChild(title); meta.appendChild(a);
            } else { meta.appendChild(title); }
            [d[1], d[2]].forEach(function (t) {
              if (t) { meta.appendChild(document.createTextNode(", ")); meta.appendChild(el("bdi", "", t)); }
            });
            var self = el("a", "", "code points " + r[4] + "–" + r[5] + " of the article");
            self.href = "#" + here; self.title = "this quotation’s address";
            if (!document.getElementById(here)) { li.id = here; }
            meta.appendChild(document.createTextNode(", ")); meta.appendChild(self);
            li.appendChild(head); li.appendChild(quote); li.appendChild(meta);
            return li;
          }
          function extend() {
            var part = document.createDocumentFragment();
            current.slice(shown, shown + 15).forEach(function (i) { part.appendChild(item(rows[i])); });
            list.appendChild(part);
            shown = Math.min(shown + 15, current.length);
            more.hidden = shown >= current.length;
          }
          function search() {
            load();
            var words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
            current = [];
            for (var i = 0; i < rows.length; i++) {
              if (stance.value !== "" && rows[i][2] !== +stance.value) { continue; }
              if (!sieve.fits(rows[i])) { continue; }
              var fits = true;
              for (var w = 0; fits && w < words.length; w++) { fits = keys[i].indexOf(words[w]) >= 0; }
              if (fits) { current.push(i); }
            }
            if (order.value) {
              var sign = order.value === "against" ? 1 : -1;
              current.sort(function (a, b) { return sign * (rows[a][3] - rows[b][3]) || a - b; });
            }
            found.textContent = thin(current.length) + " found";
            sieve.tell(rows, current);
            list.textContent = "";
            shown = 0;
            extend();
          }
          var timer = 0;
          find.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(search, 120); });
          stance.addEventListener("change", search);
          order.addEventListener("change", search);
          more.addEventListener("click", extend);
          box.querySelector("form").addEventListener("submit", function (event) { event.preventDefault(); });
          document.querySelectorAll(".noscript").forEach(function (p) { p.hidden = true; });
          box.hidden = false;
          var fold = box.closest("details"), isFilled = false;
          function fill() { if (!isFilled) { isFilled = true; search(); } }
          if (fold) { fold.addEventListener("toggle", function () { if (fold.open) { fill(); } }); } else { fill(); }
          document.querySelectorAll("a[data-speaker]").forEach(function (a) {
            a.addEventListener("click", function () { isFilled = true; sieve.clear(); find.value = a.dataset.speaker; search(); });
          });
          // Shows the one quotation of an address that is nowhere else on the page.
          window.caucusShow = function (id) {
            load();
            for (var i = 0; i < rows.length; i++) {
              if (address(rows[i]) === id) {
                isFilled = true; fold.open = true; find.value = ""; stance.value = "";
                current = [i]; shown = 0; list.textContent = ""; extend();
                found.textContent = "the one of this address";
                return document.getElementById(id);
              }
            }
            fold.open = true; fill();
            found.textContent = "the quotation of this address is not among these; quotations.csv tells why";
            return box;
          };
        })();

        """#

    /// Opens what an address of the page leads into.
    static let addressScript = #"""
        (function () {
          function openAt() {
            var id = location.hash.slice(1);
            if (!id) { return; }
            var target = document.getElementById(id);
            if (!target) { try { target = document.getElementById(decodeURIComponent(id)); } catch (e) { target = null; } }
            if (!target && id.slice(0, 2) === "q-" && window.caucusShow) { target = window.caucusShow(id); }
            if (!target) { return; }
            target.hidden = false;
            for (var e = target; e; e = e.parentElement) { if (e.tagName === "DETAILS") { e.open = true; } }
            target.scrollIntoView({ behavior: "instant" });
          }
          window.addEventListener("hashchange", openAt);
          document.querySelectorAll("nav a").forEach(function (a) {
            a.addEventListener("click", function () { if (a.hash === location.hash) { openAt(); } });
          });
          openAt();
        })();

        """#
}
