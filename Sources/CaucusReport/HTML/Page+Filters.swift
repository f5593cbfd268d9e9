extension Page {
    /// What the quotations of the browser are filtered by, and the plain counts of those that are found. It stands before
    /// ``browserScript``, which asks it.
    static let filters = #"""
        var sieve = (function () {
          var box = document.getElementById("qfilter"), told = document.getElementById("qcounts");
          if (!box || !told) { return { start: function () {}, fits: function () { return true; }, tell: function () {}, clear: function () {} }; }
          var all = null, from = "", to = "", least = 0, kind = "", outlets = null;
          function at(id) { return document.getElementById(id); }
          function thin(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f"); }
          function members(r) { return all.joint[r[0]] || [r[0]]; }
          function day(r) { return all.documents[r[1]][5]; }
          function start(data, search) {
            all = data;
            var counts = {};
            all.rows.forEach(function (r) { var o = all.documents[r[1]][1]; if (o) { counts[o] = (counts[o] || 0) + 1; } });
            Object.keys(counts).sort(function (a, b) { return counts[b] - counts[a] || (a < b ? -1 : 1); }).forEach(function (o) {
              var option = document.createElement("option");
              option.value = o; option.textContent = o + " (" + thin(counts[o]) + ")";
              at("qoutlet").appendChild(option);
            });
            box.addEventListener("input", function () { read(); search(); });
            read();
          }
          function read() {
            from = at("qfrom").value; to = at("qto").value; kind = at("qkind").value;
            least = Math.round(100 * (+at("qleast").value || 0));
            var chosen = Array.prototype.filter.call(at("qoutlet").options, function (o) { return o.selected; });
            outlets = chosen.length ? new Set(chosen.map(function (o) { return o.value; })) : null;
          }
          function fits(r) {
            if (at("qdirect").checked && r[6] >= 5) { return false; }
            if (at("qexplicit").checked && r[6] % 5 !== 0) { return false; }
            if (r[7] < least) { return false; }
            if (kind && !members(r).every(function (p) {
              var k = all.kinds[p];
              return kind === "named" ? k < 2 : k === +kind;
            })) { return false; }
            if (outlets && !outlets.has(all.documents[r[1]][1])) { return false; }
            if (from || to) {
              var d = day(r);
              if (!d || (from && d < from) || (to && d > to)) { return false; }
            }
            return true;
          }
          function flags() {
            var list = [], quote = function (t) { return "'" + t.replace(/'/g, "'\\''") + "'"; };
            [["qdirect", "--direct"], ["qexplicit", "--explicit"]].forEach(function (f) { if (at(f[0]).checked) { list.push(f[1]); } });
            if (kind) { list.push(kind === "named" ? "--named" : "--kind " + (kind === "0" ? "person" : "organization")); }
            if (least > 0) { list.push("--min-confidence " + least / 100); }
            if (from) { list.push("--from " + from); }
            if (to) { list.push("--to " + to); }
            if (outlets) { outlets.forEach(function (o) { list.push("--outlet " + quote(o)); }); }
            return list.join(" ");
          }
          function table(id, head, groups, most) {
            var body = at(id);
            body.textContent = "";
            groups.slice(0, most).forEach(function (g) {
              var row = document.createElement("tr");
              [g.name].concat([g.n].concat(g.by).map(thin)).forEach(function (t, i) {
                var cell = document.createElement(i ? "td" : "th");
                if (i) { cell.className = "num"; cell.textContent = t; } else {
                  cell.scope = "row";
                  var name = document.createElement("bdi");
                  name.textContent = t;
                  cell.appendChild(name);
                }
                row.appendChild(cell);
              });
              body.appendChild(row);
            });
            var rest = groups.length - most;
            at(id + "more").textContent = rest > 0 ? "and " + thin(rest) + " more " + head : "";
          }
          function tell(rows, current) {
            var sides = [0, 0, 0, 0], people = new Map(), places = new Map(), months = new Map(), documents = new Set();
            function add(map, key, name, side) {
              var g = map.get(key);
              if (!g) { g = { name: name, n: 0, by: [0, 0, 0, 0] }; map.set(key, g); }
              g.n += 1; g.by[side] += 1;
            }
            current.forEach(function (i) {
              var r = rows[i], d = all.documents[r[1]], date = day(r);
              sides[r[2]] += 1;
              documents.add(r[1]);
              members(r).forEach(function (p) { add(people, p, all.people[p], r[2]); });
              add(places, d[1], d[1] || "outlet not told", r[2]);
              add(months, date.slice(0, 7), date.slice(0, 7) || "no date", r[2]);
            });
            function sorted(map, order) { return Array.from(map.values()).sort(order); }
            function most(a, b) { return b.n - a.n || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0); }
            at("qsum").textContent = thin(current.length) + " of " + thin(rows.length) + " quotations: " +
              thin(sides[0]) + " against, " + thin(sides[1]) + " neutral, " + thin(sides[2]) + " in favor, " + thin(sides[3]) +
              " not sure; by " + thin(people.size) + " speakers in " + thin(documents.size) + " articles.";
            table("qpeople", "speakers", sorted(people, most), 12);
            table("qplaces", "outlets", sorted(places, most), 12);
            table("qmonths", "months", sorted(months, function (a, b) { return a.name < b.name ? -1 : 1; }), 240);
            var words = flags();
            at("qflags").textContent = words;
            at("qwhole").hidden = !words;
          }
          return { start: start, fits: fits, tell: tell, clear: function () { box.reset(); read(); } };
        })();

        """#
}
