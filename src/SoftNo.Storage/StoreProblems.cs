namespace SoftNo.Storage;

/// <summary>What can be wrong with the database, and its cure.</summary>
internal static class StoreProblems
{
    public static Problem Newer(StoreAddress address, string theirs, string ours) => new(Shown(address), null, null, "newer-database",
        new($"Cette base est à la version {theirs}\u202f; ce programme s’arrête à {ours}.", $"This database is at version {theirs}; this program knows up to {ours}."),
        new("Mettez SoftNo à jour, ou restaurez une sauvegarde plus ancienne.", "Update SoftNo, or restore an older backup."));

    public static Problem Unreachable(StoreAddress address, string reason) => new(Shown(address), null, null, "database-unreachable",
        new($"La base ne s’ouvre pas\u00a0: {reason}", $"The database cannot be opened: {reason}"),
        address.IsSqlite
            ? new("Vérifiez le chemin, les droits et la place sur le disque.", "Check the path, its permissions and the space on the disk.")
            : new("Vérifiez --db, et que le serveur répond.", "Check --db, and that the server answers."));

    public static Problem NoDatabase(StoreAddress address) => new(Shown(address), null, null, "no-database",
        new("Ce fichier n’est pas une base SoftNo, ou il est abîmé.", "This file is no SoftNo database, or it is damaged."),
        new("Restaurez une sauvegarde\u00a0: softno restore.", "Restore a backup: softno restore."));

    /// <summary>The code of <see cref="Sealed"/>.</summary>
    public const string SealedCode = "passphrase-missing";

    public static Problem Sealed(StoreAddress address) => new(Shown(address), null, null, SealedCode,
        new("Les textes de cette base sont chiffrés, et il manque la phrase secrète.", "The texts of this database are encrypted, and the passphrase is missing."),
        new("Donnez-la dans SOFTNO_PASSPHRASE, ou le fichier qui la contient dans SOFTNO_PASSPHRASE_FILE.", "Give it in SOFTNO_PASSPHRASE, or the file that holds it in SOFTNO_PASSPHRASE_FILE."));

    public static Problem WrongPassphrase(StoreAddress address) => new(Shown(address), null, null, "wrong-passphrase",
        new("Ce n’est pas la phrase secrète de cette base.", "This is not this database's passphrase."),
        new("Donnez celle avec laquelle ses textes ont été chiffrés.", "Give the one its texts were encrypted with."));

    public static Problem OpenTarget(string backup) => new(backup, null, null, "sealed-backup",
        new("Cette sauvegarde est chiffrée, la base ne l’est pas : restaurer la laisserait en clair.", "This backup is encrypted and the database is not: restoring would leave it in clear."),
        new("Chiffrez d’abord la base : softno encrypt.", "Encrypt the database first: softno encrypt."));

    /// <summary>A server's address holds a password: only its host and database are shown.</summary>
    public static string Shown(StoreAddress address)
    {
        if (address.IsSqlite) return address.Connection;
        var parts = new Npgsql.NpgsqlConnectionStringBuilder(address.Connection);
        return $"{parts.Host}/{parts.Database}";
    }
}
