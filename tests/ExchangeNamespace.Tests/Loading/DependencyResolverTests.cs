using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ExchangeNamespace.Loading;
using Xunit;

namespace ExchangeNamespace.Tests.Loading;

public class DependencyResolverTests
{
    private const string Dns = "DnsClient, Version=1.8.0.0, Culture=neutral, PublicKeyToken=4574bb5573c51424";
    private const string Json = "Newtonsoft.Json, Version=13.0.0.0, Culture=neutral, PublicKeyToken=30ad4fe6b2a6aeed";
    private const string Buffers = "System.Buffers, Version=4.0.3.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51";
    private const string NewBuffers = "System.Buffers, Version=4.0.5.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51";
    private const string BouncyCastle = "BouncyCastle.Cryptography, Version=2.0.0.0, Culture=neutral, PublicKeyToken=072edcf4a5328938";

    private static readonly PrivateLibrary[] Candidates =
    [
        Library(Buffers, PrivateLibraries.Dns),
        Library(Dns, PrivateLibraries.Dns),
        Library(Json, PrivateLibraries.Json),
        Library(BouncyCastle, PrivateLibraries.X509),
    ];

    // who: module, dns, json, x509 (a library loaded from that folder), unknown, foreign.
    [Theory]
    [InlineData("module", Dns, true)]
    [InlineData("module", Json, true)]
    [InlineData("module", "DnsClient, Version=1.6.1.0, Culture=neutral, PublicKeyToken=4574bb5573c51424", true)]
    [InlineData("module", "dnsclient, Version=1.8.0.0, Culture=neutral, PublicKeyToken=4574bb5573c51424", true)]
    [InlineData("module", "DnsClient, Version=1.8.0.1, Culture=neutral, PublicKeyToken=4574bb5573c51424", false)]
    [InlineData("module", "DnsClient, Version=1.8.0.0, Culture=neutral, PublicKeyToken=30ad4fe6b2a6aeed", false)]
    [InlineData("module", "DnsClient, Version=1.8.0.0, Culture=neutral, PublicKeyToken=null", false)]
    [InlineData("module", "DnsClient, Version=1.8.0.0, Culture=de, PublicKeyToken=4574bb5573c51424", false)]
    [InlineData("module", "DnsClient", false)]
    [InlineData("module", "MimeKit, Version=4.0.0.0, Culture=neutral, PublicKeyToken=bede1c8a46c66814", false)]
    [InlineData("module", BouncyCastle, true)]
    [InlineData("dns", Buffers, true)]
    [InlineData("dns", "System.Buffers, Version=4.0.2.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51", true)]
    [InlineData("json", Buffers, false)]
    [InlineData("json", Dns, false)]
    [InlineData("dns", NewBuffers, false)]
    [InlineData("dns", BouncyCastle, false)]
    [InlineData("x509", BouncyCastle, true)]
    [InlineData("x509", Buffers, false)]
    [InlineData("unknown", NewBuffers, false)]
    [InlineData("unknown", Buffers, true)]
    [InlineData("unknown", Dns, true)]
    [InlineData("unknown", "DnsClient, Version=1.6.1.0, Culture=neutral, PublicKeyToken=4574bb5573c51424", false)]
    [InlineData("unknown", "DnsClient", false)]
    [InlineData("foreign", Dns, false)]
    [InlineData("foreign", Json, false)]
    public void Only_our_own_requests_are_answered_and_only_with_the_same_assembly(string who, string requested, bool isAnswered)
    {
        Requester requester = who switch
        {
            "module" => Requester.Module,
            "dns" => Requester.Library(PrivateLibraries.Dns),
            "json" => Requester.Library(PrivateLibraries.Json),
            "x509" => Requester.Library(PrivateLibraries.X509),
            "unknown" => Requester.Unknown,
            _ => Requester.Foreign,
        };
        AssemblyName name = new(requested);

        PrivateLibrary? chosen = DependencyResolver.Choose(name, requester, Candidates);

        Assert.Equal(isAnswered, chosen is not null);
        Assert.True(chosen is null || string.Equals(name.Name, chosen.Identity.Name, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_module_gets_the_file_from_the_private_context()
    {
        Assembly module = typeof(ModuleInitializer).Assembly;
        DependencyResolver resolver = new(module, Repository.ModuleFolder, isDesktop: false, PrivateLoadContext.Load);

        Assembly? resolved = resolver.Resolve(new AssemblyName(Dns), module);

        Assert.Equal(new Version(1, 8, 0, 0), resolved?.GetName().Version);
        Assert.Equal("ExchangeNamespace", System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(resolved!)?.Name);
        Assert.Same(resolved, resolver.Resolve(new AssemblyName(Dns), module));
    }

    [Fact]
    public void A_requester_that_is_not_ours_gets_nothing_and_no_file_is_opened_for_it()
    {
        DependencyResolver resolver = new(
            typeof(ModuleInitializer).Assembly, Repository.ModuleFolder, isDesktop: false, _ => throw new InvalidOperationException());

        Assert.Null(resolver.Resolve(new AssemblyName(Dns), typeof(FactAttribute).Assembly));
        Assert.Null(resolver.Resolve(new AssemblyName(Dns), requester: null));
    }

    [Fact]
    public void A_file_that_cannot_be_loaded_is_no_answer_and_no_exception()
    {
        Assembly module = typeof(ModuleInitializer).Assembly;
        DependencyResolver resolver = new(
            module, Repository.ModuleFolder, isDesktop: false, path => throw new BadImageFormatException(path));

        Assert.Null(resolver.Resolve(new AssemblyName(Dns), module));
    }

    [Fact]
    public void Windows_PowerShell_loads_a_feature_in_the_order_of_its_row()
    {
        List<string> paths = [];
        DependencyResolver resolver = Desktop(Repository.ModuleFolder, paths);

        resolver.Preload(PrivateLibraries.Dns);
        resolver.Preload(PrivateLibraries.Json);

        Assert.Equal(["System.Buffers", "DnsClient", "Newtonsoft.Json"], paths.Select(System.IO.Path.GetFileNameWithoutExtension));
        Assert.All(paths, path => Assert.Contains("desktop", path, StringComparison.Ordinal));
    }

    [Fact]
    public void PowerShell_7_loads_nothing_ahead_of_use()
    {
        DependencyResolver resolver = new(
            typeof(ModuleInitializer).Assembly, Repository.ModuleFolder, isDesktop: false, _ => throw new InvalidOperationException());

        resolver.Preload(PrivateLibraries.Dns);
    }

    [Fact]
    public void A_missing_file_is_named_when_its_feature_is_first_used()
    {
        DependencyResolver resolver = Desktop(AppContext.BaseDirectory, []);

        System.IO.FileNotFoundException error =
            Assert.Throws<System.IO.FileNotFoundException>(() => resolver.Preload(PrivateLibraries.Json));

        Assert.Contains("Newtonsoft.Json", error.Message, StringComparison.Ordinal);
    }

    private static DependencyResolver Desktop(string folder, List<string> paths) => new(
        typeof(ModuleInitializer).Assembly,
        folder,
        isDesktop: true,
        path =>
        {
            paths.Add(path);
            return typeof(DependencyResolverTests).Assembly;
        });

    private static PrivateLibrary Library(string identity, Feature feature) =>
        new(new AssemblyName(identity), feature, "/" + feature.Name + "/" + identity[..identity.IndexOf(',', StringComparison.Ordinal)]);
}
