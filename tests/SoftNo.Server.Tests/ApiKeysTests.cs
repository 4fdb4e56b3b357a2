using System.Security.Cryptography;
using SoftNo.Server.Access;
using Xunit;

namespace SoftNo.Server.Tests;

/// <summary>The file of keys beside a running desk: the command writes it, too.</summary>
public sealed class ApiKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("softno-keys-").FullName;
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();

    public void Dispose()
    {
        _random.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_key_made_beside_the_desk_works_and_outlives_what_the_desk_writes()
    {
        var (desk, beside) = (Open(), Open());
        var key = beside.Add("crm", Scope.Write)!;
        Assert.Equal(["write"], desk.Find(key)!.Scopes);
        Assert.NotNull(desk.Add("reports"));
        Assert.NotNull(desk.Find(key));
        Assert.Equal(["crm", "reports"], Open().All.Select(one => one.Name));
        Assert.Null(desk.Add("crm"));
    }

    [Fact]
    public void A_key_revoked_at_the_desk_does_not_come_back_by_what_is_written_beside_it()
    {
        var (desk, beside) = (Open(), Open());
        var key = desk.Add("crm")!;
        Assert.NotNull(beside.Find(key));
        desk.Revoke("crm");
        Assert.Null(beside.Find(key));
        beside.Add("reports");
        Assert.Equal(["reports"], desk.All.Select(one => one.Name));
        Assert.Null(desk.Find(key));
    }

    [Fact]
    public void While_the_file_is_broken_no_key_opens_and_nothing_is_written_over_it()
    {
        var desk = Open();
        var key = desk.Add("crm")!;
        var file = Path.Combine(_folder, "keys.json");
        var right = File.ReadAllText(file);
        File.WriteAllText(file, right[1..]);
        Assert.Null(desk.Find(key));
        Assert.Equal("bad-keys", Assert.Throws<ShutException>(() => desk.Add("reports")).Problem.Code);
        Assert.Throws<ShutException>(() => desk.Revoke("crm"));
        Assert.Equal(right[1..], File.ReadAllText(file));
        File.WriteAllText(file, right);
        Assert.NotNull(desk.Find(key));
    }

    private ApiKeys Open() => ApiKeys.Open(_folder, _random, Desk.Clock).Keys!;
}
