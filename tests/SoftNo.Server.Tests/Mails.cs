namespace SoftNo.Server.Tests;

/// <summary>A thread of two mails.</summary>
internal static class Mails
{
    public const string First = "Message-ID: <one@trajet.example>\r\nFrom: Camille Roy <camille@trajet.example>\r\nTo: Dana Whitfield <dana@larkspur.example>\r\nSubject: Trajet\r\nDate: Mon, 16 Nov 2026 15:02:00 +0100\r\n\r\nHi Dana,\r\n\r\nHow many of your trucks come back empty?\r\n";
    public const string Second = "Message-ID: <two@larkspur.example>\r\nIn-Reply-To: <one@trajet.example>\r\nReferences: <one@trajet.example>\r\nFrom: Dana Whitfield <dana@larkspur.example>\r\nTo: Camille Roy <camille@trajet.example>\r\nSubject: Re: Trajet\r\nDate: Tue, 17 Nov 2026 12:40:00 -0500\r\n\r\nHi Camille,\r\n\r\nThis looks really interesting. We'll circle back after the holidays.\r\n";
}
