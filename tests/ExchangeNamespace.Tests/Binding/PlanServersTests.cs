using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Model;
using ExchangeNamespace.Requests;
using ExchangeNamespace.Planning;
using Xunit;

namespace ExchangeNamespace.Tests.Binding;

public class PlanServersTests
{
    [Theory]
    [InlineData("ex1", "EX1", "")]
    [InlineData("ex1.corp.contoso.com", "EX1", "")]
    [InlineData("EX*", "EX1,EX2", "")]
    [InlineData("EX3,ex3,EX2", "EX2", "EX3")]
    [InlineData("*.corp.contoso.com", "EX1", "")]
    [InlineData("EX[", "", "EX[")]
    public void Servers_are_chosen_by_name_full_name_or_pattern(string named, string chosen, string unknown)
    {
        ISet<string>? servers = PlanServers.Select(Plan(), named.Split(','), out IReadOnlyList<string> missed);
        Assert.Equal(chosen, string.Join(",", servers!.Order(StringComparer.Ordinal)));
        Assert.Equal(unknown, string.Join(",", missed));
    }

    [Fact]
    public void Without_names_all_servers_are_chosen()
    {
        Assert.Null(PlanServers.Select(Plan(), null, out IReadOnlyList<string> missed));
        Assert.Empty(missed);
    }

    private static NamespacePlan Plan()
    {
        RequestParts parts = new();
        parts.Add(ServerReader.Read("EX1.corp.contoso.com", "Server"));
        parts.Add(ServerReader.Read("EX2", "Server"));
        parts.State("ExternalHost", "mail.contoso.com");
        parts.State("ExchangeVersion", "2019");
        return NamespacePlanner.Plan(parts.Read(new DateTime(2026, 6, 1)).Request!).Plan!;
    }
}
