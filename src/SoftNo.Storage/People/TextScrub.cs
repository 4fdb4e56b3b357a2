using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using SoftNo.Storage.Backups;
using SoftNo.Storage.Sealing;

namespace SoftNo.Storage.People;

/// <summary>Takes a person's names and addresses out of texts.</summary>
internal sealed class TextScrub
{
    // Deals and their changes know each other by this column.
    private const string KeyColumn = "SourceKey";

    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(16);
    private readonly string[] _whole;
    private readonly string[] _words;

    /// <summary>Makes it.</summary>
    /// <param name="person">The person: full names and addresses go wherever they stand.</param>
    /// <param name="words">Single words that go where they stand alone, with a capital.</param>
    public TextScrub(Person person, IEnumerable<string> words)
    {
        _whole = [.. person.Names.Concat(person.Addresses).Where(text => text.Length > 1).OrderByDescending(text => text.Length)];
        _words = [.. words.OrderByDescending(word => word.Length)];
    }

    /// <summary>The text without them.</summary>
    public string Of(string text)
    {
        foreach (var whole in _whole) text = Replaced(text, whole, StringComparison.OrdinalIgnoreCase);
        foreach (var word in _words) text = Replaced(text, word, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    /// <summary>Scrubs every text of every table; gives how many cells held something.</summary>
    public static int Everywhere(Store store, Person person)
    {
        var scrub = new TextScrub(person, []);
        var cells = 0;
        foreach (var table in TableCopy.Tables(store))
        {
            var key = table.FindPrimaryKey()!.Properties[0];
            foreach (var column in table.GetProperties().Where(column => column.ClrType == typeof(string) && !column.IsPrimaryKey()))
                cells += scrub.Column(store, table.GetTableName()!, key.GetColumnName(), column);
        }

        return cells;
    }

    private int Column(Store store, string table, string key, IProperty property)
    {
        var column = property.GetColumnName();
        var found = new List<(object Key, string Text)>();
        var connection = store.Database.GetDbConnection();
        var transaction = store.Database.CurrentTransaction?.GetDbTransaction();
        using (var select = connection.CreateCommand())
        {
            select.Transaction = transaction;
            select.CommandText = $"SELECT \"{key}\", \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL";
            using var reader = select.ExecuteReader();
            while (reader.Read())
                if (SealedColumns.Words(store, property, reader.GetString(1)) is var text && Of(text) is var clean && clean != text) found.Add((reader.GetValue(0), column == KeyColumn ? $"{clean}#{Told(text)}" : clean));
        }

        foreach (var (number, text) in found)
        {
            using var update = connection.CreateCommand();
            update.Transaction = transaction;
            update.CommandText = $"UPDATE \"{table}\" SET \"{column}\" = @text WHERE \"{key}\" = @key";
            Add("@text", SealedColumns.Cell(store, property, text));
            Add("@key", number);
            update.ExecuteNonQuery();

            void Add(string name, object value)
            {
                var parameter = update.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                update.Parameters.Add(parameter);
            }
        }

        return found.Count;
    }

    /// <summary>Tells two erased keys apart without telling what they were: the salt goes with this run.</summary>
    private string Told(string key) => Convert.ToHexStringLower(HMACSHA256.HashData(_salt, Encoding.UTF8.GetBytes(key)))[..12];

    /// <summary>Replaces a word or phrase where it stands for itself, not inside another word.</summary>
    private static string Replaced(string text, string words, StringComparison comparison)
    {
        var at = text.IndexOf(words, comparison);
        if (at < 0) return text;
        var replaced = new StringBuilder(text.Length);
        var done = 0;
        for (; at >= 0; at = text.IndexOf(words, at + words.Length, comparison))
        {
            var alone = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length]));
            // A whole name goes even inside a longer word: erasing too much is the lesser harm.
            if (!alone && !words.Contains(' ', StringComparison.Ordinal) && !words.Contains('@', StringComparison.Ordinal)) continue;
            replaced.Append(text, done, at - done).Append(Forgetting.Mark);
            done = at + words.Length;
        }

        return replaced.Append(text, done, text.Length - done).ToString();
    }
}
