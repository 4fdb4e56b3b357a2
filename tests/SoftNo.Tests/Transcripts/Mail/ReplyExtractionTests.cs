using System.Globalization;
using MimeKit;
using SoftNo.Transcripts;
using SoftNo.Transcripts.Mail;

namespace SoftNo.Tests.Transcripts.Mail;

/// <summary>
/// The mails of crisp, github and talon, with the text that their own tests expect. Where those tests cut quotes only and keep the sign-off, ours is compared
/// before its sign-off is cut. The count is printed for docs/formats.md.
/// </summary>
public class ReplyExtractionTests
{
    private const string Fusce = "Fusce bibendum, quam hendrerit sagittis tempor, dui turpis tempus erat, pharetra sodales ante sem sit amet metus. Nulla malesuada, orci non vulputate lobortis, massa felis pharetra ex, convallis consectetur ex libero eget ante. Nam vel turpis posuere, rhoncus ligula in, venenatis orci. Duis interdum venenatis ex a rutrum. Duis ut libero eu lectus consequat consequat ut vel lorem. Vestibulum convallis lectus urna, et mollis ligula rutrum quis. Fusce sed odio id arcu varius aliquet nec nec nibh.";

    private const string Riak = "Hi folks What is the best way to clear a Riak bucket of all key, values after running a test? I am currently using the Java HTTP API.";

    // What their tests say of each file: the words, or, behind "whole", that nothing is cut; "closing:" where they keep the sign-off.
    private static readonly Dictionary<string, string> Crisp = new()
    {
        ["email_1"] = $"closing:{Riak} -Abhishek Kona",
        ["email_3"] = "closing:Oh thanks. Having the function would be great. -Abhishek Kona",
        ["email_4"] = "Awesome! I haven't had another problem with it.",
        ["email_5"] = "whole",
        ["email_7"] = Fusce, ["email_8"] = Fusce, ["email_9"] = Fusce, ["email_10"] = Fusce, ["email_11"] = Fusce, ["email_12"] = Fusce, ["email_13"] = Fusce, ["email_14"] = Fusce,
        ["email_15"] = Fusce, ["email_16"] = Fusce, ["email_17"] = Fusce, ["email_18"] = Fusce, ["email_22"] = Fusce, ["email_23"] = Fusce, ["email_24"] = Fusce, ["email_25"] = Fusce,
        ["email_26"] = Fusce, ["email_portuguese"] = Fusce, ["email_german"] = Fusce, ["email_german_2"] = Fusce, ["email_german_3"] = Fusce, ["email_german_outlook"] = Fusce,
        ["email_norwegian_gmail"] = Fusce, ["email_finnish"] = Fusce, ["email_italian"] = Fusce, ["email_russian"] = Fusce, ["email_outlook_split_line_from"] = Fusce,
        ["email_gmail_split_line_from"] = Fusce, ["email_ios_outlook_fr"] = Fusce, ["email_ios_outlook"] = Fusce, ["email_msn"] = Fusce, ["email_fr_multiline"] = Fusce,
        ["email_french_2"] = Fusce, ["email_en_multiline_2"] = Fusce, ["email_original_message"] = Fusce, ["email_original_message_2"] = Fusce, ["email_danish_dash_separator"] = Fusce,
        ["email_french_dash_separator"] = Fusce, ["email_tricky_5_mixed_languages"] = Fusce, ["email_tricky_10_special_chars_in_name"] = Fusce,
        ["email_tricky_12_no_space_after_header"] = Fusce, ["email_tricky_14_long_quote_header"] = Fusce, ["email_tricky_15_original_message_variations"] = Fusce,
        ["correct_sig"] = "this is an email with a correct -- signature.",
        ["sig_no_empty_line"] = "this is an email with a signature with no empty line above.",
        ["email_sent_from"] = "Hi it can happen to any texts you type, as long as you type in between words or paragraphs.",
        ["email_emoji"] = "closing:🎉 — John Doe CEO at Pandaland @pandaland",
        ["email_not_a_signature"] = "closing:whole",
        ["email_not_a_signature_2"] = "whole",
        ["email_one_is_not_on"] = "Thank, this is really helpful. One outstanding question I had: Locally (on development), when I run...",
        ["email_zoho"] = "What is the best way to clear a Riak bucket of all key, values after running a test?",
        ["email_with_regards"] = "Hi, I still have the same problem.... Can you help?",
        ["email_tricky_1_on_false_positive"] = "whole",
        ["email_tricky_13_timestamp_variations"] = "whole",
    };

    private static readonly Dictionary<string, string> Github = new()
    {
        ["email_1_1"] = Riak,
        ["email_1_3"] = "Oh thanks. Having the function would be great.",
        ["email_1_4"] = "Awesome! I haven't had another problem with it.",
        ["email_1_5"] = "whole",
        ["email_1_6"] = "I get proper rendering as well.",
        ["email_1_7"] = ":+1:",
        ["email_1_8"] = "I will reply under this one and under this.",
        ["correct_sig"] = "this is an email with a correct -- signature.",
        ["email_2_1"] = "Outlook with a reply",
        ["email_2_2"] = "Outlook with a reply directly above line",
        ["email_2_3"] = "Outlook with a reply directly above line",
        ["email_iPhone"] = "Here is another email",
        ["email_BlackBerry"] = "Here is another email",
        ["email_multi_word_sent_from_my_mobile_device"] = "Here is another email",
        ["email_sent_from_my_not_signature"] = "Here is another email Sent from my desk, is much easier then my mobile phone.",
        ["email_bullets"] = "test 2 this should list second and have spaces and retain this formatting - how about bullets - and another",
        ["email_one_is_not_on"] = "Thank, this is really helpful. One outstanding question I had: Locally (on development), when I run...",
        ["greedy_on"] = "On your remote host you can run: telnet 127.0.0.1 52698 This should connect to TextMate (on your Mac, via the tunnel). If that fails, the tunnel is not working.",
        ["email_sig_delimiter_in_middle_of_line"] = "whole",
    };

    // Where talon's expected text holds what nobody wrote, or lacks what somebody did.
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["talon/iphone.eml"] = "\"Sent from my iPhone\" is a program's line",
        ["talon/sparrow.eml"] = "\"Sent with Sparrow\" is a program's line",
        ["talon/reply-separated-by-hr.html"] = "\"Bob\" is the sender's own, though it shares a block with the quote",
    };

    [Fact]
    public void Mails_of_crisp_github_and_talon()
    {
        string folder = TestData.Folder("mail");
        (string Suite, string[] Failures, int All)[] suites = [Of(Path.Combine(folder, "crisp-email-reply-parser", "test", "fixtures"), "crisp", Crisp), Of(Path.Combine(folder, "github-email_reply_parser", "test", "emails"), "github", Github), Talon(Path.Combine(folder, "talon", "tests", "fixtures"))];
        foreach ((string suite, string[] failures, int all) in suites) TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{suite}: {all - failures.Length} of {all}"));
        string[] wrong = [.. suites.SelectMany(suite => suite.Failures)];
        Assert.Equal(Exceptions.Count, wrong.Count(failure => Exceptions.Keys.Any(name => failure.StartsWith(name + ":", StringComparison.Ordinal))));
        Assert.True(wrong.Length == Exceptions.Count, string.Join("\n\n", wrong));
    }

    private static (string Suite, string[] Failures, int All) Of(string folder, string suite, Dictionary<string, string> expected) =>
        (suite, [.. expected.Select(entry => Failure($"{suite}/{entry.Key}", File.ReadAllText(Path.Combine(folder, entry.Key + ".txt")), entry.Value)).OfType<string>()], expected.Count);

    private static string? Failure(string name, string body, string expected, string? sender = null)
    {
        bool closing = expected.StartsWith("closing:", StringComparison.Ordinal);
        string wanted = closing ? expected["closing:".Length..] : expected;
        if (wanted == "whole") wanted = Words.Collapse(body);
        string found = closing ? NewWords.WithClosing(body) : NewWords.Of(body, sender);
        // Crisp keeps a mailing list's footer apart from the signature; the row above it ends the words.
        if (closing && found.IndexOf(" __ ", StringComparison.Ordinal) is > 0 and var footer) found = found[..footer];
        return found == wanted ? null : $"{name}:\n  expected {wanted}\n  found    {found}";
    }

    // Replies cut quotes only ("Hello", unless a file beside says more); HTML replies are compared without white space; signatures are told apart.
    private static (string Suite, string[] Failures, int All) Talon(string folder)
    {
        var failures = new List<string?>();
        foreach (string file in Directory.GetFiles(Path.Combine(folder, "standard_replies"), "*.eml").Order())
        {
            using var message = MimeMessage.Load(file);
            string beside = file[..^4] + "_reply_text";
            failures.Add(Failure($"talon/{Path.GetFileName(file)}", MailBody.Of(message), "closing:" + Words.Collapse(File.Exists(beside) ? File.ReadAllText(beside) : "Hello")));
        }

        foreach (string file in Directory.GetFiles(Path.Combine(folder, "html_replies"), "*.html").Order())
        {
            string found = Bare(NewWords.WithClosing(HtmlText.Of(File.ReadAllText(file))));
            failures.Add(found == "Hi.Iamfine.Thanks,Alex" ? null : $"talon/{Path.GetFileName(file)}: {found}");
        }

        foreach (string file in Directory.GetFiles(Path.Combine(folder, "signature", "emails", "stripped"), "*_body").Order())
        {
            string stem = file[..^"_body".Length], body = File.ReadAllText(file).Replace("#sig#", "", StringComparison.Ordinal).Trim(), signature = File.ReadAllText(stem + "_signature").Replace("#sig#", "", StringComparison.Ordinal).Trim();
            string sender = File.ReadAllText(stem + "_sender").Trim();
            failures.Add(Failure($"talon/{Path.GetFileName(stem)}", body, Words.Collapse(body[..^signature.Length]), sender.Length == 0 || sender.Contains('@', StringComparison.Ordinal) ? null : sender));
        }

        foreach ((string file, string expected) in new[] { ("OLK_SRC_BODY_SECTION.html", "Reply"), ("reply-separated-by-hr.html", "Hithere") })
        {
            string found = Bare(NewWords.WithClosing(HtmlText.Of(File.ReadAllText(Path.Combine(folder, file)))));
            failures.Add(found == expected ? null : $"talon/{file}: {found}");
        }

        return ("talon", [.. failures.OfType<string>()], failures.Count);
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
