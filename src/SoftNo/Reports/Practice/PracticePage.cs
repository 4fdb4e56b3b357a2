using System.Security.Cryptography;
using System.Text;
using SoftNo.Reports.Page;

namespace SoftNo.Reports.Practice;

/// <summary>The frame of a small self-contained page: no script, no outside request.</summary>
internal static class PracticePage
{
    public static void Open(Markup page, string title, string style, string language)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        page.Raw($"<!doctype html><html lang=\"{(language == "fr" ? "fr" : "en")}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">")
            .Element("title", title).Raw($"<style>{style}</style></head><body><main>");
    }

    public static string Close(Markup page) => page.Raw("</main></body></html>\n").ToString();
}
