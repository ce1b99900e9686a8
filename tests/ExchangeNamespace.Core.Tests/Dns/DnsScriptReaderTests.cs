using System;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

public class DnsScriptReaderTests
{
    public static TheoryData<string, string, DnsScriptInput> Refused => new()
    {
        { FaultIds.AddressInvalid, "Address[a.contoso.com]", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, Addresses = Plans.Members(("a.contoso.com", "10.1")) } },
        { FaultIds.AddressInvalid, "Address[a.contoso.com]", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, Addresses = Plans.Members(("a.contoso.com", "fe80::1%2")) } },
        { FaultIds.AddressInvalid, "Address[a.contoso.com]", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, Addresses = Plans.Members(("a.contoso.com", new List<object?>())) } },
        { FaultIds.AddressInvalid, "Address[a.contoso.com]", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, Addresses = Plans.Members(("a.contoso.com", null)) } },
        { FaultIds.NameSingleLabel, "Address", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, Addresses = Plans.Members(("mail", "10.0.0.1")) } },
        { FaultIds.AddressInvalid, "Address[a.contoso.com]", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, Addresses = Plans.Members(("a.contoso.com", "0.0.0.0")) } },
        { FaultIds.AddressInvalid, "SendingAddress", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, SendingAddresses = ["224.0.0.1"] } },
        { FaultIds.AddressInvalid, "SendingAddress", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, SendingAddresses = ["192.0.2.1/24"] } },
        { FaultIds.ValueNotListed, "ReverseZone", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, ReverseZones = ["192.0.2.0/25"] } },
        { FaultIds.InputContradiction, "ReverseZone", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, ReverseZones = ["192.0.2.0/24"], SendingAddresses = ["192.0.3.1"] } },
        { FaultIds.ValueNotListed, "SpfRecord", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, SpfRecord = "v=spf10 -all" } },
        { FaultIds.TextHasControlCharacter, "SpfRecord", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, SpfRecord = "v=spf1 -all\n" } },
        { FaultIds.ValueNotListed, "SpfRecord", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, SpfRecord = "v=spf1 a:b\u00fccher.de" } },
        { FaultIds.ValueNotListed, "SpfRecord", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, SpfRecord = Plans.Members(("other.com", "v=spf1 -all")) } },
        { FaultIds.MemberWrongType, "SpfRecord", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, SpfRecord = 5L } },
        { FaultIds.ValueOutOfRange, "TimeToLive", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, TimeToLive = TimeSpan.FromTicks(300) } },
        { FaultIds.ValueOutOfRange, "TimeToLive", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, TimeToLive = TimeSpan.FromSeconds(-1) } },
        { FaultIds.ValueOutOfRange, "Serial", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, Serial = 4294967296 } },
        { FaultIds.ValueOutOfRange, "Serial", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, Serial = -1 } },
        { FaultIds.NameTrailingDot, "NameServer", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, NameServers = ["ns1.contoso.com."] } },
        { FaultIds.NameBadCharacter, "HostMaster", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, HostMaster = "contoso.com" } },
        { FaultIds.NameBadCharacter, "HostMaster", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, HostMaster = "a b@contoso.com" } },
        { FaultIds.NameSingleLabel, "HostMaster", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, HostMaster = "a@contoso" } },
        { FaultIds.InputContradiction, "ZoneStorage", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, Storage = DnsZoneStorage.File } },
        { FaultIds.InputContradiction, "NameServer", new() { View = DnsView.External, Format = DnsScriptFormat.Dnscmd, NameServers = ["ns1.contoso.com"] } },
        { FaultIds.InputContradiction, "Serial", new() { View = DnsView.External, Format = DnsScriptFormat.DnsServer, Serial = 1 } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_meant_is_a_fault_and_no_script(string id, string parameter, DnsScriptInput input)
    {
        List<InputFault> faults = [];
        Assert.Null(DnsScript.Build(DnsScripts.Article(), input, faults));

        InputFault fault = Assert.Single(faults);
        Assert.Equal((id, parameter), (fault.Id, fault.Parameter));
        Assert.All(fault.Message, c => Assert.InRange(c, ' ', '~'));
    }

    [Fact]
    public void Sending_addresses_need_a_mail_host()
    {
        List<InputFault> faults = [];
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"));
        Assert.Null(DnsScript.Build(plan, new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.Bind, SendingAddresses = ["192.0.2.1"] }, faults));
        Assert.Equal((FaultIds.InputContradiction, "SendingAddress", (object?)"192.0.2.1"), (faults[0].Id, faults[0].Parameter, faults[0].Value));
    }

    [Fact]
    public void A_domain_given_twice_in_two_letter_cases_is_a_fault()
    {
        List<InputFault> faults = [];
        Dictionary<string, object?> spf = new() { ["shudnow.net"] = DnsScripts.Spf, ["SHUDNOW.net"] = DnsScripts.Spf };
        Assert.Null(DnsScript.Build(DnsScripts.Article(), new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.Bind, SpfRecord = spf }, faults));
        Assert.Equal(FaultIds.MemberDuplicate, Assert.Single(faults).Id);
    }
}
