using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Framework.Tests;

/// <summary>The built module says the same on .NET Framework, or Mono, as on the runtime of this test.</summary>
public class ParityTests
{
    [Fact]
    public void Names_and_addresses_are_the_same() => AssertSame([.. NameAnswers.All()], OtherRuntime.Answers("names"), atLeast: 50_000);

    [Fact]
    public void Lines_findings_records_and_files_of_plans_are_the_same() => AssertSame([.. PlanAnswers.All()], OtherRuntime.Answers("plans"), atLeast: 10_000);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Private_libraries_are_found_and_answer_the_same_whatever_was_loaded_first(bool isOlderFirst)
    {
        using FakeDnsServer server = new(q => q.Answer(DnsPacket.Authoritative, q.Type switch
        {
            DnsPacket.A => [DnsPacket.Address(q.Name, "192.0.2.10")],
            DnsPacket.Aaaa => [DnsPacket.Address(q.Name, "::192.0.2.1")],
            DnsPacket.Mx => [DnsPacket.Exchanger(q.Name, 10, "mx.contoso.com")],
            _ => [DnsPacket.Text(q.Name, "v=spf1 -all")],
        }));
        string certificate = Path.Combine(SharedData.RepositoryRoot(), "docs", "examples", "mail.contoso.com.pem");
        string address = "127.0.0.1:" + server.Port;
        string packages = OtherRuntime.Metadata("Packages");
        string[] older = !isOlderFirst ? [] :
        [
            packages + "dnsclient/1.6.1/lib/net471/DnsClient.dll",
            packages + "newtonsoft.json/12.0.3/lib/net45/Newtonsoft.Json.dll",
            packages + "system.buffers/4.4.0/lib/netstandard2.0/System.Buffers.dll",
        ];

        string[] answers = OtherRuntime.Answers("libraries", [certificate, address, .. older]);

        Assert.Equal(LibraryAnswers.All(certificate, address), answers.Where(a => a.StartsWith("certificate ", StringComparison.Ordinal) || a.StartsWith("dns ", StringComparison.Ordinal)));
        Assert.Equal(["back True"], answers.Where(a => a.StartsWith("back ", StringComparison.Ordinal)));
        string[] loaded = [.. answers.Where(a => a.StartsWith("loaded ", StringComparison.Ordinal))];
        Assert.Contains("loaded DnsClient 1.8.0.0", loaded);
        Assert.Contains("loaded Newtonsoft.Json 13.0.0.0", loaded);
        Assert.Equal(isOlderFirst, loaded.Contains("loaded DnsClient 1.6.1.0") && loaded.Contains("loaded Newtonsoft.Json 12.0.0.0"));
    }

    private static void AssertSame(IReadOnlyList<string> here, string[] there, int atLeast)
    {
        string[] differ = [.. here.Zip(there).Where(p => p.First != p.Second).Select(p => p.First + " <> " + p.Second)];

        Assert.Empty(differ.Take(20));
        Assert.Equal(here.Count, there.Length);
        Assert.True(there.Length >= atLeast, $"only {there.Length} answers");
        TestContext.Current.TestOutputHelper?.WriteLine($"{there.Length} answers are the same.");
    }
}
