using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SoftNo.Storage.Calls;

namespace SoftNo.Storage.Sealing;

/// <summary>The columns that hold people's words: turns, quotes, readings with their scripts, subjects.</summary>
internal static class SealedColumns
{
    private static readonly (Type Type, string Name)[] All =
    [
        (typeof(StoredCall), nameof(StoredCall.Content)), (typeof(StoredCall), nameof(StoredCall.Title)), (typeof(StoredReading), nameof(StoredReading.Content)),
        (typeof(StoredReading), nameof(StoredReading.Sentence)), (typeof(StoredDismissal), nameof(StoredDismissal.Quote)), (typeof(StoredDismissal), nameof(StoredDismissal.Why)),
    ];

    /// <summary>Lets a model read and write them through a cipher.</summary>
    public static void Put(ModelBuilder model, TextCipher cipher)
    {
        foreach (var (type, name) in All) model.Entity(type).Property(name).HasConversion(new Sealer(cipher, PlaceOf(type, name)));
    }

    /// <summary>Whether a column is one of them.</summary>
    public static bool Has(IProperty column) => All.Contains((column.DeclaringType.ClrType, column.Name));

    /// <summary>The columns of a store's model.</summary>
    public static IEnumerable<IProperty> Of(Store store) => store.Model.GetEntityTypes().SelectMany(table => table.GetProperties()).Where(Has);

    /// <summary>A cell's words, as the store keeps them in a column; cells of open stores and other columns are their own words.</summary>
    public static string Words(Store store, IProperty column, string cell) => store.Cipher is { } cipher && Has(column) ? cipher.Open(cell, PlaceOf(column)) : cell;

    /// <summary>The cell that keeps some words in a column.</summary>
    public static string Cell(Store store, IProperty column, string words) => store.Cipher is { } cipher && Has(column) ? cipher.Seal(words, PlaceOf(column)) : words;

    /// <summary>What binds a cell to its column.</summary>
    public static string PlaceOf(IProperty column) => PlaceOf(column.DeclaringType.ClrType, column.Name);

    private static string PlaceOf(Type type, string name) => $"{type.Name}.{name}";

    private sealed class Sealer(TextCipher cipher, string place) : ValueConverter<string, string>(words => cipher.Seal(words, place), cell => cipher.Open(cell, place));
}

/// <summary>A model for each cipher: one that opens a store must not serve another.</summary>
internal sealed class ModelOfCipher : IModelCacheKeyFactory
{
    /// <inheritdoc/>
    public object Create(DbContext context, bool designTime) => (context.GetType(), (context as Store)?.Cipher?.Id, designTime);
}
