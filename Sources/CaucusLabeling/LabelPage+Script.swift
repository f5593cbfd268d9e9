extension LabelPage {
    /// The page's script: what it shows it sets as text, never as markup.
    static let script = #"""
        "use strict";
        const $ = id => document.getElementById(id);
        const labels = [
          ["1", "against", "Against"], ["2", "neutral", "Neutral"], ["3", "favor", "In favor"],
          ["4", "not_speech", "Not speech"], ["5", "not_about", "Not about the leader"],
          ["6", "wrong_speaker", "Wrong speaker"]];
        const more = [
          ["u", "Undo", undo], ["s", "Skip", () => save("skip")], ["n", "Note", remark],
          ["b", "Back", () => show(at - 1)], ["f", "Forth", () => show(at + 1)],
          ["q", "Start earlier", () => move(0, -1)], ["w", "Start later", () => move(0, 1)],
          ["e", "End earlier", () => move(1, -1)], ["r", "End later", () => move(1, 1)]];
        const words = Object.fromEntries(labels.map(l => [l[1], l[2]]).concat([["skip", "Skipped"]]));
        let coder = null, said = [], at = 0, row = null, answer = null, span = null, began = 0, times = [], busy = false;

        async function ask(path, body) {
          const response = await fetch(path, body && { method: "POST",
            headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
          const reply = await response.json().catch(() => ({}));
          if (!response.ok) throw new Error(reply.error || "refused");
          return reply;
        }
        const tell = text => { $("status").textContent = text; };
        function failed(error) {
          tell("Not saved: " + (error instanceof TypeError
            ? "the program does not answer. Start caucus label again and open its new address; what was saved is kept."
            : error.message));
        }

        async function begin() {
          let state = await ask("state?coder=" + encodeURIComponent(coder || ""));
          coder = state.annotator || coder;
          if (!coder) { $("who").hidden = false; $("name").focus(); return; }
          if (!state.annotator) state = await ask("state?coder=" + encodeURIComponent(coder));
          said = state.labels;
          $("who").hidden = true;
          for (const id of ["work", "keys", "more"]) $(id).hidden = false;
          const next = said.indexOf(null);
          await show(next < 0 ? said.length - 1 : next);
          if (next < 0) tell("All are labeled.");
        }

        async function show(i) {
          if (i < 0 || i >= said.length) return;
          const reply = await ask("row?i=" + i + "&coder=" + encodeURIComponent(coder));
          at = i; row = reply.row; answer = reply.answer; span = row.context_span.slice();
          if (answer && answer.true_start !== undefined && row.context_start !== null)
            span = [answer.true_start - row.context_start, answer.true_end - row.context_start];
          $("speaker").hidden = true;
          $("note").value = answer && answer.note || "";
          $("remark").hidden = !$("note").value;
          paint();
          began = Date.now();
          $("work").focus({ preventScroll: true });
        }

        function paint() {
          const parts = [row.outlet, row.published, row.title].filter(x => x);
          $("source").textContent = parts.join(" · ");
          $("question").textContent = (row.speaker ? row.speaker + ": where" : "Nobody is named: where")
            + " do these words stand on " + row.target + "?";
          const text = $("text"), letters = Array.from(row.context);
          text.replaceChildren();
          const inside = (spans, i) => spans.some(s => s[0] <= i && i < s[1]);
          let from = 0;
          const kind = i => (inside([span], i) ? 1 : 0) + (inside(row.target_spans, i) ? 2 : 0);
          for (let i = 1; i <= letters.length; i++) {
            if (i < letters.length && kind(i) === kind(from)) continue;
            const k = kind(from);
            const piece = document.createElement(k & 1 ? "mark" : "span");
            if (k & 2) piece.className = "leader";
            piece.textContent = letters.slice(from, i).join("");
            text.append(piece);
            from = i;
          }
          const mark = text.querySelector("mark");
          if (mark) text.scrollTop = Math.max(0, mark.offsetTop - text.offsetTop - text.clientHeight / 3);
          const others = row.answers || [];
          $("answers").hidden = !others.length;
          $("answers").replaceChildren(...others.map(x => {
            const item = document.createElement("li"); item.textContent = x; return item; }));
          $("said").textContent = answer ? "You said: " + words[answer.label]
            + (answer.true_speaker ? " (" + answer.true_speaker + ")" : "") + program() : "";
          for (const button of $("keys").children)
            button.setAttribute("aria-pressed", String(!!answer && answer.label === button.dataset.label));
          for (const button of $("more").children)
            if ("qwer".includes(button.dataset.key)) button.disabled = row.context_start === null;
          const done = said.filter(x => x !== null).length;
          const left = said.length - done;
          const pace = times.slice(-20).sort((a, b) => a - b)[Math.floor(Math.min(times.length, 20) / 2)];
          $("progress").textContent = (at + 1) + " of " + said.length + ", " + done + " labeled"
            + (left && pace ? ", about " + Math.ceil(left * pace / 60) + " min left" : "");
          $("bar").max = said.length || 1;
          $("bar").value = done;
        }

        function program() {
          if (!$("program").checked || !row.program) return "";
          return row.program.stance ? "; the program says: " + words[row.program.stance]
            : "; the program gives no answer";
        }

        function move(end, step) {
          if (row.context_start === null) return;
          const letters = Array.from(row.context), blank = i => /\s/.test(letters[i]);
          let i = span[end];
          do i += step; while (i > 0 && i < letters.length
            && !(end ? !blank(i - 1) && blank(i) : blank(i - 1) && !blank(i)));
          i = Math.min(Math.max(i, 0), letters.length);
          if (end ? i <= span[0] : i >= span[1]) return;
          span[end] = i;
          paint();
          tell("The words are now: " + letters.slice(span[0], span[1]).join(""));
        }

        function remark() { $("remark").hidden = false; $("note").focus(); }

        async function save(label, speaker) {
          if (busy || !row) return;
          if (label === "wrong_speaker" && speaker === undefined) {
            $("speaker").hidden = false;
            $("name2").value = answer && answer.true_speaker || "";
            $("name2").focus();
            return;
          }
          busy = true;
          const seconds = (Date.now() - began) / 1000;
          const body = { coder, i: at, label, speaker: speaker || null, note: $("note").value || null, seconds };
          if (row.context_start !== null) { body.start = span[0]; body.end = span[1]; }
          try {
            const reply = await ask("answer", body);
            said[at] = label;
            times.push(Math.min(seconds, 600));
            row = reply.row; answer = reply.answer;
            const told = "Saved: " + words[label] + program() + ".";
            const next = said.indexOf(null, at) >= 0 ? said.indexOf(null, at) : said.indexOf(null);
            if (next < 0) { paint(); tell(told + " All are labeled."); } else { await show(next); tell(told); }
          } catch (error) { failed(error); } finally { busy = false; }
        }

        async function undo() {
          if (busy || !row) return;
          busy = true;
          try {
            let i = at;
            if (said[i] === null) { i = said.slice(0, at).findLastIndex(x => x !== null); }
            if (i < 0) { tell("Nothing to undo."); return; }
            await ask("undo", { coder, i });
            said[i] = null;
            await show(i);
            tell("Taken back.");
          } catch (error) { failed(error); } finally { busy = false; }
        }

        function button(key, text, act, group) {
          const made = document.createElement("button"), kbd = document.createElement("kbd");
          made.type = "button";
          kbd.textContent = key;
          kbd.setAttribute("aria-hidden", "true");
          made.append(kbd, text);
          made.dataset.key = key;
          made.setAttribute("aria-keyshortcuts", key);
          made.addEventListener("click", act);
          group.append(made);
          return made;
        }
        for (const [key, label, text] of labels)
          button(key, text, () => save(label), $("keys")).dataset.label = label;
        for (const [key, text, act] of more) button(key, text, act, $("more"));
        document.addEventListener("keydown", event => {
          if (event.key === "Escape" && event.target.matches("input, textarea")) {
            $("speaker").hidden = true; $("work").focus(); return;
          }
          if (event.target.matches("input:not([type=checkbox]), textarea")) return;
          if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !$("single").checked) return;
          const found = [...$("keys").children, ...$("more").children]
            .find(b => b.dataset.key === event.key.toLowerCase());
          if (found && !found.disabled && !$("keys").hidden) { event.preventDefault(); found.click(); }
        });
        $("who").addEventListener("submit", event => {
          event.preventDefault(); coder = $("name").value; begin().catch(failed); });
        $("speaker").addEventListener("submit", event => {
          event.preventDefault(); save("wrong_speaker", $("name2").value); });
        $("unspeaker").addEventListener("click", () => { $("speaker").hidden = true; $("work").focus(); });
        $("program").addEventListener("change", () => row && paint());
        begin().catch(failed);
        """#
}
