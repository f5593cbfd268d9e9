import CaucusReport

/// The page on which people label, whole in itself: one quotation in its article's context, and keys for what is said of it.
public enum LabelPage {
    /// The page.
    public static let html = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Label quotations</title>
        <style>\(style)</style>
        </head>
        <body>
        \(body)
        <script>\(script)</script>
        </body>
        </html>

        """

    /// The content security policy of the page: its own style and script, and requests to where it came from.
    public static let policy =
        "default-src 'none'; style-src \(PageText.source(style)); "
        + "script-src \(PageText.source(script)); "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    private static let body = """
        <header>
          <h1>Label quotations</h1>
          <p id="progress"></p>
          <progress id="bar" value="0" max="1" aria-label="labeled so far"></progress>
        </header>
        <main>
          <form id="who" hidden>
            <label for="name">Your name, as the file of labels will have it</label>
            <input id="name" autocomplete="off" maxlength="60" required>
            <button>Begin</button>
          </form>
          <article id="work" tabindex="-1" aria-labelledby="question" hidden>
            <p id="source"></p>
            <h2 id="question"></h2>
            <div id="text" tabindex="0" role="region" aria-label="The words in their article"></div>
            <ul id="answers" hidden></ul>
            <p id="said"></p>
          </article>
          <form id="speaker" hidden>
            <label for="name2">Who says it? As the article tells; may stay empty</label>
            <input id="name2" autocomplete="off" maxlength="200">
            <button>Save</button>
            <button type="button" id="unspeaker">Back</button>
          </form>
          <div id="remark" hidden>
            <label for="note">Note</label>
            <textarea id="note" rows="2" maxlength="2000"></textarea>
          </div>
          <div id="keys" role="group" aria-label="What is it?" hidden></div>
          <div id="more" role="group" aria-label="More" hidden></div>
          <p id="status" role="status" aria-live="polite"></p>
          <details>
            <summary>How to label</summary>
            <p>The marked words are what the program takes for a quotation, the underlined ones what it takes for the leader.
            Judge by what the article shows alone.</p>
            <ul>
              <li><b>Against</b>: the speaker criticizes, accuses, opposes or distrusts the leader, or what the leader does.</li>
              <li><b>In favor</b>: praises, defends, endorses, thanks or trusts.</li>
              <li><b>Neutral</b>: facts, processes, questions, praise and blame in balance.</li>
              <li><b>Not speech</b>: nobody says these words: a title, a caption, the reporter's own.</li>
              <li><b>Not about the leader</b>: the leader is only near, or another one is meant, or the leader speaks.</li>
              <li><b>Wrong speaker</b>: another one says it than is named here.</li>
            </ul>
            <p><label><input type="checkbox" id="single" checked> Keys work without a modifier</label></p>
            <p><label><input type="checkbox" id="program"> After I have labeled, tell me what the program says</label></p>
          </details>
        </main>
        """
}
