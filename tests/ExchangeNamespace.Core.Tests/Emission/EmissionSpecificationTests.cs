using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Emission;

/// <summary>No version, service or case can be forgotten.</summary>
public class EmissionSpecificationTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly string[] Versions = ["2007RTM", "2007SP1", "2007SP2", "2007SP3", "2010", "2013RTM", "2013", "2016", "2016CU23", "2019", "2019CU12", "SE"];

    private static readonly Type[] Classes =
        [.. typeof(EmissionSpecification).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(EmissionSpecification)))];

    private static IEnumerable<string> Facts => typeof(EmissionSpecification).GetMethods(Own).Where(m => m.GetCustomAttribute<FactAttribute>() is not null).Select(m => m.Name);

    [Fact]
    public void Each_version_has_a_class_of_its_own() => Assert.Equal(
        Versions.Order(), Classes.Select(t => ((EmissionSpecification)Activator.CreateInstance(t)!).Version).Order());

    [Fact]
    public void Each_class_states_each_case_itself() =>
        Assert.All(Classes, t => Assert.Empty(Facts.Except(t.GetMethods(Own).Where(m => m.GetBaseDefinition().DeclaringType == typeof(EmissionSpecification)).Select(m => m.Name))));

    [Fact]
    public void Each_case_is_a_fact_and_each_fact_a_case() => Assert.Equal(EmissionSpecification.Cases.Keys.Order(), Facts.Order());

    [Fact]
    public void Each_service_is_looked_at_facing_not_facing_and_kept() => Assert.Empty(
        Enum.GetNames<ClientService>().SelectMany(s => new[] { s + "_facing", s + "_not_facing", s + "_kept" }).Except(Facts));
}
