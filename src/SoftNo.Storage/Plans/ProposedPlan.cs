using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SoftNo.Forecasting;

namespace SoftNo.Storage.Plans;

/// <summary>A plan as it is shown: nothing of it is done.</summary>
/// <param name="AsOf">The day it is for.</param>
/// <param name="Lines">Its lines; the first is line 1.</param>
public sealed record ProposedPlan(LocalDate AsOf, IReadOnlyList<PlannedChange> Lines)
{
    private const int Digits = 8;

    /// <summary>What tells this plan from the one that another day, an import or a call would give: the numbers of its lines hold for it alone.</summary>
    public string Id
    {
        get
        {
            var text = string.Join('\n', Lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Deal.Deal.Number} {line.Move} {line.Reason} {line.NewCloseDate:uuuu-MM-dd} {line.NewProbability:0.####}")));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
        }
    }
}
