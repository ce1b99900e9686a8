using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Requests;
using Xunit;

namespace ExchangeNamespace.Tests.Binding;

public class RequestInputTests
{
    private readonly RequestInput _input = new();

    [Fact]
    public void Servers_of_a_design_join_those_that_were_given_and_parameters_replace_its_members()
    {
        Assert.Single(_input.Add("EX1"));
        Assert.Single(_input.AddDesign(Design(["EX2"], ("externalHost", "design.contoso.com"), ("internalHost", "in.contoso.com"))));
        Assert.Null(_input.AddParameters(
            new Dictionary<string, object> { ["ExternalHost"] = "mail.contoso.com", ["Verbose"] = true }, "Split"));
        NamespaceRequest request = _input.Parts.Read(new DateTime(2026, 6, 1)).Request!;
        Assert.Equal(["EX1", "EX2"], request.Servers.Select(s => s.Name));
        Assert.Equal("mail.contoso.com", request.ExternalHost.Value);
        Assert.Equal("in.contoso.com", request.InternalHost!.Value);
        Assert.Equal(DnsModel.Split, request.DnsModel);
    }

    [Fact]
    public void A_design_with_too_many_refused_servers_is_not_read_to_its_end()
    {
        object?[] servers = [.. Enumerable.Repeat<object?>("no server name", FileLimits.Faults + 10)];
        List<ServerReading> readings = [.. _input.AddDesign(Design(servers))];
        Assert.Equal(FileLimits.Faults + 2, readings.Count);
        Assert.Equal(FaultList.TooMany, Assert.Single(readings[^1].Faults));
        Assert.True(_input.IsFull);
    }

    private static Dictionary<string, object?> Design(object?[] servers, params (string Name, object? Value)[] members)
    {
        Dictionary<string, object?> design = members.ToDictionary(m => m.Name, m => m.Value);
        design["server"] = servers.ToList();
        return design;
    }
}
