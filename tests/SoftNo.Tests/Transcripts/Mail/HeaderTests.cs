using System.Text;
using SoftNo.Calls;
using SoftNo.Transcripts;

namespace SoftNo.Tests.Transcripts.Mail;

public class HeaderTests
{
    private static Call Read(string from, string more, byte[] body)
    {
        byte[] head = Encoding.UTF8.GetBytes($"From: {from}\nTo: Camille Roy <camille@trajet.example>\nDate: Mon, 16 Nov 2026 09:00:00 -0500\nSubject: Lanes\nMessage-ID: <1@x>\nMIME-Version: 1.0\n{more}\n");
        return Assert.Single(TranscriptReader.Read(new MemoryStream([.. head, .. body]), "one.eml", new CallOptions { Us = ["trajet.example"] }).Calls);
    }

    [Theory]
    [InlineData("\"Whitfield, Dana\" <dana@larkspur.example>", "Dana Whitfield")]
    [InlineData("\"de la Cruz, Ana M.\" <ana@larkspur.example>", "Ana M. de la Cruz")]
    [InlineData("\"Dana Whitfield, CPA\" <dana@larkspur.example>", "Dana Whitfield, CPA")]
    [InlineData("\"Dana Whitfield, Larkspur\" <dana@larkspur.example>", "Dana Whitfield, Larkspur")]
    [InlineData("\"Larkspur, Inc.\" <dana@larkspur.example>", "Larkspur, Inc.")]
    [InlineData("Dana Whitfield <dana@larkspur.example>", "Dana Whitfield")]
    public void A_family_name_first_is_put_in_order(string from, string name) => Assert.Equal(name, Assert.Single(Read(from, "", Encoding.UTF8.GetBytes("Send the deck.\n")).Speakers).Name);

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    public void Typographic_signs_of_Windows_are_read_whatever_the_header_calls_them(string charset)
    {
        Call call = Read("Dana <dana@larkspur.example>", $"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: quoted-printable\n", Encoding.ASCII.GetBytes("We=92d need it under $4 =97 caf=E9 money.\n"));
        Assert.Equal("We’d need it under $4 — café money.", Assert.Single(call.Turns).Text);
    }

    [Fact]
    public void A_report_of_Exchange_in_French_is_no_act()
    {
        Call call = Read("Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@trajet.example>", "", Encoding.UTF8.GetBytes("Échec de la remise pour dana@larkspur.example\n"));
        Assert.Equal("bounce", Assert.Single(call.Turns).LeftOut);
        Assert.Empty(call.Exchange!.Acts);
    }
}
