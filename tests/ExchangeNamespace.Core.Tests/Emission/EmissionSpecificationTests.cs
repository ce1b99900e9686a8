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

    private static IEnumerable<string> Facts => typeof(EmissionSpecification).GetMethods(Own)
        .Where(m => m.IsAbstract && m.ReturnType == typeof(void)).Select(m => m.Name);

    [Fact]
    public void Each_version_is_stated_by_one_class() => Assert.Equal(
        Versions.Order(), Classes.SelectMany(t => ((EmissionSpecification)Activator.CreateInstance(t)!).Versions).Order());

    [Fact]
    public void Each_case_of_each_version_is_a_row() => Assert.Equal(
        Versions.SelectMany(v => Facts.Select(f => v + " " + f)).Order(),
        EmissionTests.Rows.Select(r => r.Data.Item1 + " " + r.Data.Item2).Order());

    [Fact]
    public void Each_class_states_each_case_itself() =>
        Assert.All(Classes, t => Assert.Empty(Facts.Except(t.GetMethods(Own).Where(m => m.GetBaseDefinition().DeclaringType == typeof(EmissionSpecification)).Select(m => m.Name))));

    [Fact]
    public void Each_case_is_stated_and_each_statement_is_a_case() => Assert.Equal(EmissionSpecification.Cases.Keys.Order(), Facts.Order());

    [Fact]
    public void Each_service_is_looked_at_facing_not_facing_and_kept() => Assert.Empty(
        Enum.GetNames<ClientService>().SelectMany(s => new[] { s + "_facing", s + "_not_facing", s + "_kept" }).Except(Facts));
}
