using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.Protection;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.FrontDoor.Protection;

/// <summary>Facts as hashtables, and as rows of a table whose cells are texts.</summary>
public class ServerFactsTests
{
    [Fact]
    public void Cells_of_a_table_are_read_as_values()
    {
        ServerFacts facts = ProtectionSamples.Facts("ex01.contoso.com", ("Build", "15.2.1544.9"), ("ExtendedProtection", "Yes"), ("SslOffloading", "no"),
            ("TlsVersion", "1.3, 1.2"), ("LmCompatibilityLevel", "5"), ("SuppressExtendedProtection", "0"), ("HybridAgent", ""), ("PublicFolders", ""), ("SameCertificate", "1"));

        Assert.Equal(("ex01", "15.2.1544.9", true, false), (facts.Server, facts.Build!.ToString(), facts.ExtendedProtection!.Value, facts.SslOffloading!.Value));
        Assert.Equal("1.2 1.3", string.Join(" ", facts.TlsVersion!));
        Assert.Equal((5, 0, null, null, true), (facts.LmCompatibilityLevel!.Value, facts.SuppressExtendedProtection!.Value, facts.HybridAgent, facts.PublicFolders, facts.SameCertificate!.Value));
    }

    [Theory]
    [InlineData("Server", "", FaultIds.MemberMissing)]
    [InlineData("Server", "bad name", FaultIds.NameHasSpace)]
    [InlineData("Build", "1998", FaultIds.VersionUnknown)]
    [InlineData("ExtendedProtection", "perhaps", FaultIds.MemberWrongType)]
    [InlineData("LmCompatibilityLevel", "6", FaultIds.MemberWrongType)]
    [InlineData("LmCompatibilityLevel", "-1", FaultIds.MemberWrongType)]
    [InlineData("LmCompatibilityLevel", "five", FaultIds.MemberWrongType)]
    [InlineData("PublicFolders", "Some", FaultIds.ValueNotListed)]
    [InlineData("Colour", "red", FaultIds.MemberUnknown)]
    public void What_cannot_be_is_refused(string member, string value, string id)
    {
        List<InputFault> faults = [];
        Dictionary<string, object?> members = Plans.Members(("Server", "EX01"));
        members[member] = value;

        Assert.Null(ServerFacts.Read(members, "ServerFact[0]", strict: true, faults));
        Assert.Equal(id, Assert.Single(faults).Id);
        Assert.StartsWith("ServerFact[0]", faults[0].Parameter);
    }

    [Fact]
    public void Facts_for_a_server_that_is_not_there_are_refused()
    {
        List<InputFault> faults = [];
        ServerFacts facts = ProtectionSamples.Facts("EX02");

        Assert.Empty(ProtectionChecker.Check(new ProtectionInput
        {
            Plan = ProtectionSamples.Plan("SE"),
            Facts = new[] { facts }.ToDictionary(f => f.Server),
        }, faults));
        Assert.Contains("Near it: EX01", Assert.Single(faults).Message);
    }
}
