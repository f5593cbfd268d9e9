extension LabelPage {
    /// The page's looks: readable on a phone, in the dark, and with large letters.
    static let style = """
        :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --soft: #555; --line: #bbb; --mark: #ffe9a8;
          --markink: #1a1a1a; --act: #14507a; --actink: #fff; }
        @media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #161616; --soft: #bbb; --line: #555;
          --mark: #5a4a10; --markink: #fff; --act: #9cc9ea; --actink: #111; } }
        [hidden] { display: none !important; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 46rem; padding: 0 1rem 2rem; font: 1.05rem/1.55 Georgia, serif;
          color: var(--ink); background: var(--paper); }
        header { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: baseline; }
        h1 { font-size: 1.1rem; margin: .6rem 0; flex: 1; }
        h2 { font-size: 1.15rem; margin: .4rem 0; }
        header p, #source, #said { color: var(--soft); margin: .2rem 0; font-size: .95rem; }
        progress { width: 100%; height: .5rem; accent-color: var(--act); }
        #text { white-space: pre-line; overflow-wrap: anywhere; max-height: 50vh; overflow-y: auto;
          border: 1px solid var(--line); border-radius: .4rem; padding: .7rem; margin: .5rem 0; }
        mark { background: var(--mark); color: var(--markink); padding: .1em 0; }
        .leader { text-decoration: underline; text-decoration-thickness: .14em; }
        [role=group] { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .5rem;
          margin: .6rem 0; }
        button { font: inherit; min-height: 2.8rem; border-radius: .4rem; border: 1px solid var(--line);
          background: var(--paper); color: var(--ink); padding: .2rem .6rem; cursor: pointer; }
        #keys button { background: var(--act); color: var(--actink); border-color: var(--act); }
        #keys button[aria-pressed=true] { outline: .2rem solid var(--ink); outline-offset: .1rem; }
        button:focus-visible, input:focus-visible, textarea:focus-visible, #text:focus-visible {
          outline: .2rem solid var(--ink); outline-offset: .12rem; }
        article:focus { outline: none; }
        kbd { font: .9em monospace; margin-right: .35em; }
        input:not([type=checkbox]), textarea { font: inherit; width: 100%; padding: .45rem; color: inherit;
          background: var(--paper); border: 1px solid var(--line); border-radius: .3rem; margin: .2rem 0 .5rem; }
        #status { min-height: 1.6em; font-weight: bold; }
        """
}
