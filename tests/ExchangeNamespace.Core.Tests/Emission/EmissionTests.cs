using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace ExchangeNamespace.Tests.Emission;

/// <summary>The lines of each version in each case are those that its class states.</summary>
public class EmissionTests
{
    private static readonly IReadOnlyDictionary<string, Type> ClassOf = typeof(EmissionSpecification).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(EmissionSpecification)))
        .SelectMany(t => ((EmissionSpecification)Activator.CreateInstance(t)!).Versions.Select(v => (Version: v, Class: t)))
        .ToDictionary(v => v.Version, v => v.Class);

    public static TheoryData<string, string> Rows => new(
        ClassOf.Keys.SelectMany(version => EmissionSpecification.Cases.Keys.Select(statement => (version, statement))));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_version_emits_what_its_class_states(string version, string statement)
    {
        EmissionSpecification specification = (EmissionSpecification)Activator.CreateInstance(ClassOf[version])!;
        specification.Version = version;
        ((Action)Delegate.CreateDelegate(typeof(Action), specification, statement)).Invoke();
    }
}
