using SoftNo.Transcripts.Mail;

namespace SoftNo.Tests.Transcripts.Mail;

public class NewWordsTests
{
    private static string Words(string body) => NewWords.Of(body, "Dana Whitfield");

    [Theory]
    [InlineData("Hi Camille,\n\nTuesday works.\n\nBest,\nDana", "Hi Camille, Tuesday works.")]
    [InlineData("Hi Camille,\n\nTuesday works.\n\nBest regards,\n\nDana Whitfield\nVP Operations | Larkspur Freight\n+1 (212) 555-0143", "Hi Camille, Tuesday works.")]
    [InlineData("Tuesday works.\n\nThanks!\nDana", "Tuesday works.")]
    [InlineData("Tuesday works. Thanks!", "Tuesday works. Thanks!")]
    [InlineData("Tuesday works.\n\nThanks again for the patience with our legal team!\n\nDana", "Tuesday works. Thanks again for the patience with our legal team!")]
    [InlineData("Tuesday works.\n\n— Dana", "Tuesday works.")]
    [InlineData("Tuesday works.\nDW", "Tuesday works.")]
    [InlineData("Bonjour,\n\nMardi me convient.\n\nBien cordialement,\nDana Whitfield", "Bonjour, Mardi me convient.")]
    [InlineData("Sent the file to Dana", "Sent the file to Dana")]
    [InlineData("Tuesday works.\n\nD.", "Tuesday works.")]
    [InlineData("Tuesday works.\n\nD.\n\nP.S. Raj says hello.", "Tuesday works. P.S. Raj says hello.")]
    [InlineData("Tuesday works.\n\nThanks so much, and talk soon,\n\nDana Whitfield (she/her)\nVP Ops", "Tuesday works.")]
    [InlineData("Tuesday works.\n\nDana Whitfield | VP Operations\nLarkspur Freight\nM: (912) 555-0142 | larkspur.example\nSchedule a meeting: https://calendly.example/dana", "Tuesday works.")]
    [InlineData("Tuesday works.\n\nDana Whitfield, CPA\nLarkspur Freight", "Tuesday works.")]
    [InlineData("Hi Camille,\n\nThanks,\nwe run McLeod today.\n\nThank you,\nDana", "Hi Camille, Thanks, we run McLeod today.")]
    [InlineData("Tuesday works.\n\nBest regards / Cordialement,\n\nDana", "Tuesday works.")]
    [InlineData("Tuesday works.\n\nThank you for your time,\nDana Whitfield", "Tuesday works.")]
    [InlineData("Two of us join:\nRaj\nDana", "Two of us join: Raj")]
    public void The_greeting_stays_and_the_sign_off_goes(string body, string words) => Assert.Equal(words, Words(body));

    [Theory]
    [InlineData("Tuesday works.\n\nBest,\nDana\n\nP.S. Does it write back to McLeod?", "Tuesday works. P.S. Does it write back to McLeod?")]
    [InlineData("Tuesday works.\n\nBest,\nDana Whitfield\nVP Operations\n\nPS: bring Hugo.\n\n--\nDana Whitfield\nLarkspur Freight", "Tuesday works. PS: bring Hugo.")]
    public void A_postscript_stays(string body, string words) => Assert.Equal(words, Words(body));

    [Theory]
    [InlineData("Yes.\n\nLe lun. 16 nov. 2026 à 15:02, Camille Roy <camille@trajet.example> a\u00A0écrit\u00A0:\n\n> Bonjour")]
    [InlineData("Yes.\n\nDe : Camille Roy <camille@trajet.example>\nEnvoyé : lundi 16 novembre 2026 15:02\nÀ : Dana Whitfield\nObjet : Trajet\n\nBonjour Dana,")]
    [InlineData("Yes.\n\n________________________________\nFrom: Camille Roy <camille@trajet.example>\nSent: Monday, November 16, 2026 9:02 AM\nTo: Dana Whitfield <dana@larkspur.example>\nSubject: Trajet\n\nHi Dana,")]
    [InlineData("Yes.\n\nSent from my iPhone\n\n> On Nov 16, 2026, at 9:02 AM, Camille Roy <camille@trajet.example> wrote:\n> \n> Hi Dana")]
    [InlineData("Yes.\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Camille Roy\nSent: Monday\nTo: Dana")]
    [InlineData("Yes.\n\nEnvoyé de mon iPhone\n\n> Le 16 nov. 2026 à 15:02, Camille Roy a écrit :\n> Bonjour")]
    [InlineData("CAUTION: This email originated from outside of the organization. Do not click links.\n\nYes.")]
    [InlineData("Yes.\n\nThis email and any attachments are confidential and intended solely for the addressee.\nIf you have received it by error, delete it.")]
    [InlineData("Yes.\n\nCe message et toutes les pièces jointes sont confidentiels et établis à l'intention exclusive de ses destinataires.")]
    [InlineData("Yes.\n\nSincerely yours,\n\nDana Whitfield, MBA\nVP Operations\n\nNOTICE: This e-mail message is for the sole use of the intended recipient(s) and may contain confidential information.")]
    [InlineData("Yes.\n\nBest,\nDana\n\nLarkspur Freight\nWe move what matters.\nThis message may contain confidential information.")]
    public void Quotes_signatures_and_disclaimers_go(string body) => Assert.Equal("Yes.", Words(body));

    [Fact]
    public void Answers_between_quotes_stay() =>
        Assert.Equal("See below. 220 of them. Raj signs.", Words("See below.\n\nOn Mon, Nov 16, 2026 at 9:02 AM Camille Roy <camille@trajet.example> wrote:\n> How many trucks?\n\n220 of them.\n\n> Who signs?\n\nRaj signs.\n\nDana"));

    [Theory]
    [InlineData("We shipped from: Ohio to: Maine last week.")]
    [InlineData("On Monday we wrote: nothing is final.")]
    [InlineData("Key points\n----\n1. The pilot starts in March.\n2. Legal reviews the contract.\n----\nThat is all we need.")]
    [InlineData("Best case, we start in March. Worst case, April.")]
    [InlineData("Regards to the team, the demo was useful.")]
    public void Look_alikes_stay(string body) => Assert.Equal(string.Join(' ', body.Split('\n')), Words(body));

    [Fact]
    public void Html_reads_like_the_letter()
    {
        const string Html = "<html><head><style>p{}</style></head><body><div>Hi Camille,</div><div><br></div><div>Tuesday&nbsp;works &amp; Raj joins.</div><div>Best,<br>Dana</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Mon, Nov 16, 2026 at 9:02 AM Camille &lt;<a href=\"mailto:c@t.example\">c@t.example</a>&gt; wrote:<br></div><blockquote class=\"gmail_quote\"><div>How many trucks?</div></blockquote></div></body></html>";
        Assert.Equal("Hi Camille, Tuesday works & Raj joins.", Words(HtmlText.Of(Html)));
        const string Outlook = "<div class=WordSection1><p class=MsoNormal>Tuesday works.<o:p></o:p></p><p class=MsoNormal>Best,</p><p class=MsoNormal>Dana</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>From:</b> Camille Roy &lt;c@t.example&gt; <br><b>Sent:</b> Monday, November 16, 2026 9:02 AM<br><b>To:</b> Dana<br><b>Subject:</b> Trajet</p></div><p class=MsoNormal>Hi Dana,</p></div>";
        Assert.Equal("Tuesday works.", Words(HtmlText.Of(Outlook)));
    }
}
