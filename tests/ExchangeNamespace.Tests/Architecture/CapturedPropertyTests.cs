using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata.Ecma335;
using ExchangeNamespace.Cmdlets;
using ExchangeNamespace.State;
using Xunit;

namespace ExchangeNamespace.Tests.Architecture;

/// <summary>
/// What is captured is read by a rule, a comparison or a route. What the reading of an object asks for is what a capture script takes of
/// it, so the properties of the captured objects, and the settings that are kept by their names, are everything that is captured.
/// </summary>
public class CapturedPropertyTests
{
    private static readonly Assembly[] Modules = [typeof(ExchangeState).Assembly, typeof(GetNamespacePlanCommand).Assembly];

    /// <summary>These make captured objects, or two into one, and read none.</summary>
    private static readonly string[] Makers =
        ["ServerRow", "CertificateRow", "ConnectorRow", "OrganizationRow", "ServiceRow", "CapturedServiceMerge", "StateKinds", "StateKindDefinition"];

    /// <summary>These give a copy with other names, or a hash, and judge nothing.</summary>
    private static readonly string[] Copiers = ["StateRedactor", "KnownTerms", "Fingerprint"];

    [Fact]
    public void What_is_captured_is_read()
    {
        HashSet<MethodBase> called = [];
        HashSet<string> named = [];
        foreach (MethodBase method in Modules.SelectMany(m => m.GetTypes()).Where(IsReader).SelectMany(Methods))
        {
            byte[] il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
            called.UnionWith(IlTokens.Read(il).Select(h => Resolve(method, MetadataTokens.GetToken(h))).OfType<MethodBase>());
            named.UnionWith(IlTokens.Texts(il).Select(method.Module.ResolveString));
        }

        string[] unread = [.. Captured().Where(p => !called.Contains(p.GetMethod!)).Select(p => p.DeclaringType!.Name + "." + p.Name)
            .Concat(StateKinds.Default.All.SelectMany(k => k.Settings).Distinct().Where(s => !named.Contains(s)).Select(s => "Setting " + s))];

        Assert.Empty(unread);
    }

    private static IEnumerable<PropertyInfo> Captured() => typeof(ExchangeState).Assembly.GetExportedTypes()
        .Where(t => t.Namespace == typeof(ExchangeState).Namespace && t.Name.StartsWith("Captured", StringComparison.Ordinal) && !t.IsValueType)
        .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(Captured<>));

    private static bool IsReader(Type type)
    {
        Type outer = type;
        while (outer.DeclaringType is { } declaring)
        {
            outer = declaring;
        }

        return !Copiers.Contains(outer.Name) && (outer.Namespace != typeof(ExchangeState).Namespace || !Makers.Contains(outer.Name));
    }

    private static IEnumerable<MethodBase> Methods(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetMethods(Own).Concat<MethodBase>(type.GetConstructors(Own));
    }

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        if (token >> 24 is not (0x06 or 0x0A))
        {
            return null;
        }

        Type[]? ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : null);
    }
}
