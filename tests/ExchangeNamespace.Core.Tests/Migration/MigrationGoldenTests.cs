using System;
using System.Collections.Generic;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Migration;

/// <summary>
/// Every step of four migrations, compared line by line. Set EXN_UPDATE_GOLDEN=1 to write the files anew, and read the difference as the
/// person who must run it.
/// </summary>
public class MigrationGoldenTests
{
    private static readonly Dictionary<string, Func<NamespaceMigration>> Cases = new()
    {
        ["2013-2016-SE"] = () => Migrations.SideBySide(),
        ["2019-SE-in-place"] = Migrations.InPlace,
        ["2010-2016-SE"] = Migrations.TwoHops,
        ["one-site-first"] = Migrations.OneSiteFirst,
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_steps_equal_their_golden_file(string name) =>
        GoldenText.Hold($"Migration/Golden/{name}.golden.txt", MigrationText.Of(Cases[name]()));
}
